package io.alphapanda.local.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/// An experiment that is a test of a module, because it needs that module's own fakes: run by Maven, with the trial's
/// count and seed as `panda.proof.count` and `panda.proof.seed`. What it came to, it writes to `panda.proof.result`,
/// `held` or `broken` first.
///
/// @param module whose test
/// @param test   class and method, as `-Dtest` takes it
record MavenTest(String module, String test) implements Body {

    private static final String BROKEN = "broken ";
    private static final String HELD = "held ";

    @Override
    public String run(Trial trial) {
        try {
            var folder = Files.createDirectories(trial.root().resolve(".panda/proof"));
            var result = folder.resolve(test.replaceAll("[^A-Za-z]", "-") + ".txt");
            Files.deleteIfExists(result);
            int exit = new Build(trial.root())
                    .run(
                            "maven-test.log",
                            List.of(
                                    "-pl",
                                    module,
                                    "-am",
                                    "test",
                                    "-Dtest=" + test,
                                    "-Dsurefire.failIfNoSpecifiedTests=false",
                                    "-Dpanda.proof.count=" + trial.count(),
                                    "-Dpanda.proof.seed=" + trial.seed(),
                                    "-Dpanda.proof.result=" + result));
            if (!Files.exists(result)) {
                throw new IllegalStateException(
                        test + " came to nothing (exit " + exit + "); see " + folder.resolve("maven-test.log"));
            }
            var words = Files.readString(result).strip();
            if (words.startsWith(BROKEN)) {
                throw new Violation(words.substring(BROKEN.length()));
            }
            return words.substring(HELD.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
