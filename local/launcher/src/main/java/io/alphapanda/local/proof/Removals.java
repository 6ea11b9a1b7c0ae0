package io.alphapanda.local.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Takes checks out of a copy of the sources, one at a time, and has the tests run that must fail then; before that
/// they must pass on the copy as it is.
///
/// @param removals what is taken out
record Removals(List<Removal> removals) implements Body {

    private static final Set<String> NOT_COPIED = Set.of("target", "node_modules", ".git", ".panda");

    static Experiment experiment() {
        var unseen = Removal.ALL.getFirst().by("BackoffTest");
        return new Experiment(
                "checks",
                "Each check of deliveries and live orders that only a running application shows, taken out of the code,"
                        + " makes a test fail",
                "checks",
                Removal.ALL.size(),
                Removal.ALL.size(),
                1,
                new Removals(Removal.ALL),
                new Control("the tests that look at one (others instead)", new Removals(List.of(unseen))));
    }

    @Override
    public String run(Trial trial) {
        var copy = trial.root().resolve(".panda/proof/copy");
        try {
            copy(trial.root(), copy);
            trial.progress().accept("the tests on the code as it is");
            for (var module : removals.stream().map(Removal::module).distinct().toList()) {
                if (!passes(copy, module, tests(module))) {
                    throw new IllegalStateException(
                            "the tests of " + module + " fail on the code as it is; see " + copy + "/.panda/proof");
                }
            }
            var unnoticed = new ArrayList<String>();
            for (var removal : removals) {
                trial.progress().accept("without " + removal.check());
                if (!isNoticed(copy, removal)) {
                    unnoticed.add(removal.check());
                }
            }
            if (!unnoticed.isEmpty()) {
                throw new Violation("can be left out: " + String.join(", ", unnoticed));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return String.join(", ", removals.stream().map(Removal::check).toList());
    }

    private String tests(String module) {
        return String.join(
                ",",
                removals.stream()
                        .filter(each -> each.module().equals(module))
                        .map(Removal::tests)
                        .distinct()
                        .toList());
    }

    private static boolean isNoticed(Path copy, Removal removal) throws IOException {
        var file = copy.resolve(removal.path());
        var whole = Files.readString(file);
        Files.writeString(file, removal.from(whole));
        try {
            return !passes(copy, removal.module(), removal.tests());
        } finally {
            Files.writeString(file, whole);
        }
    }

    /// @throws IllegalStateException if they did not run
    private static boolean passes(Path copy, String module, String tests) throws IOException {
        var log = "checks.log";
        int exit = new Build(copy)
                .run(
                        log,
                        List.of(
                                "-pl",
                                module,
                                "-am",
                                "test",
                                "-Dpanda.dev=true",
                                "-Dtest=" + tests,
                                "-Dsurefire.failIfNoSpecifiedTests=false"));
        var said = Files.readString(copy.resolve(".panda/proof/" + log));
        if (!said.contains("Tests run: ")) {
            throw new IllegalStateException(tests + " came to nothing; see " + copy + "/.panda/proof/" + log);
        }
        return exit == 0;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (NOT_COPIED.contains(folder.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.REPLACE_EXISTING);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
