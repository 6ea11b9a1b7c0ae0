package io.alphapanda.local.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The project's own build, for experiments that are tests of a module.
///
/// @param root the project's folder
record Build(Path root) {

    /// @param log       of the file under `.panda/proof` that gets the output
    /// @param arguments Maven's
    /// @return its exit code
    int run(String log, List<String> arguments) {
        var command = new ArrayList<>(List.of("mvn", "-B"));
        command.addAll(arguments);
        try {
            var folder = Files.createDirectories(root.resolve(".panda/proof"));
            var builder = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve(log).toFile());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
