package io.alphapanda.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Where things lie: the project's folder, and under it `.panda/`, which holds everything a run writes.
///
/// @param root the project's folder
/// @param home where a run writes; `-Dpanda.home` puts it elsewhere, so that a test's house leaves a person's alone
record Layout(Path root, Path home) {

    Layout(Path root) {
        this(root, root.resolve(".panda"));
    }

    static Layout find() {
        var root =
                Path.of(System.getProperty("panda.root", ".")).toAbsolutePath().normalize();
        if (!Files.isDirectory(root.resolve("functions"))) {
            throw new StartException(root + " is not the project's folder; start ./panda from there");
        }
        var home = System.getProperty("panda.home");
        return home == null
                ? new Layout(root)
                : new Layout(root, Path.of(home).toAbsolutePath().normalize());
    }

    /// The house's configuration, if a person wrote one.
    Path configuration() {
        return root.resolve("config/application.properties");
    }

    /// Data of Kafka, Redis and PostgreSQL.
    Path data() {
        return home().resolve("data");
    }

    Path logs() {
        return home().resolve("logs");
    }

    /// What the latest run is or was.
    Path state() {
        return home().resolve("run.json");
    }

    /// A packaged function.
    Path jar(String function) {
        var jar = function(function).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.isRegularFile(jar)) {
            throw new StartException(function + " is not built (" + root.relativize(jar) + " is missing)");
        }
        return jar;
    }

    /// What the JVM of a packaged function has archived of its classes; not there before the function has run once.
    Path archive(String function) {
        return function(function).resolve("target/room.jsa");
    }

    /// The functions of a house. The bootstrap is none: a run makes its stores ready itself.
    List<String> functions() {
        try (var folders = Files.list(root.resolve("functions"))) {
            return folders.filter(each -> Files.isRegularFile(each.resolve("pom.xml")))
                    .map(each -> each.getFileName().toString())
                    .filter(each -> !each.equals("bootstrap"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A function's folder.
    Path function(String function) {
        return root.resolve("functions").resolve(function);
    }

    /// The strategies' YAML files: the house's own, unless `PANDA_STRATEGIES_DIRECTORY` names others.
    Path strategies() {
        var named = System.getenv("PANDA_STRATEGIES_DIRECTORY");
        return named == null
                ? root.resolve("functions/strategy-runner/strategies")
                : Path.of(named).toAbsolutePath().normalize();
    }
}
