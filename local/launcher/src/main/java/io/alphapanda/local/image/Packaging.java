package io.alphapanda.local.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Builds with Maven what images are made of. Nothing that runs on this machine is touched.
///
/// @param root the project's folder
record Packaging(Path root) {

    /// Every room as an aot-jar, at `functions/<room>/target/image`.
    void aotJars() {
        maven("package-images.log", "-Dquarkus.package.jar.type=aot-jar", "-Dquarkus.package.output-directory=image");
    }

    /// Every room as an executable, at `functions/<room>/target/*-runner`.
    void executables() {
        maven("package-native.log", "-Dnative");
    }

    private void maven(String log, String... properties) {
        var command = new ArrayList<>(List.of("mvn", "-B", "package", "-DskipTests", "-Dspotless.check.skip=true"));
        command.addAll(List.of(properties));
        run(command, log);
    }

    /// @param name of the file under `.panda/logs` that gets the output
    /// @throws ImageException with the end of the output if the command fails
    void run(List<String> command, String name) {
        try {
            var log = Files.createDirectories(root.resolve(".panda/logs")).resolve(name);
            var process = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (process.waitFor() != 0) {
                var lines = Files.readAllLines(log);
                throw new ImageException("%s failed; all of its output is in %s:%n%s"
                        .formatted(
                                command.getFirst(),
                                root.relativize(log),
                                String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImageException("interrupted");
        }
    }
}
