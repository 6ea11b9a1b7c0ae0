package io.alphapanda.local.launcher;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where things lie: the project's folder, and under it `.panda/`, which holds everything a run writes.
///
/// @param root the project's folder
record Layout(Path root) {

    static Layout find() {
        var root =
                Path.of(System.getProperty("panda.root", ".")).toAbsolutePath().normalize();
        if (!Files.isDirectory(root.resolve("functions"))) {
            throw new StartException(root + " is not the project's folder; start ./panda from there");
        }
        return new Layout(root);
    }

    Path home() {
        return root.resolve(".panda");
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
        var jar = root.resolve("functions").resolve(function).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.isRegularFile(jar)) {
            throw new StartException(function + " is not built (" + root.relativize(jar) + " is missing)");
        }
        return jar;
    }

    Path strategies() {
        return root.resolve("functions/strategy-runner/strategies");
    }
}
