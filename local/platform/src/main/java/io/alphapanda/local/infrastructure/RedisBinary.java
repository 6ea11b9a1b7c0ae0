package io.alphapanda.local.infrastructure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import redis.embedded.core.ExecutableProvider;

/// Puts the redis-server of the embedding library into a directory, ready to be run at once.
///
/// A file that is open for writing anywhere can't be executed ("Text file busy"). What this JVM writes is open in every
/// child that another of its threads is forking at that moment, until that child runs its own program, and here three
/// servers are started side by side. So the JVM only unpacks the program; the file that is executed is written by `cp`,
/// whose descriptors nobody inherits.
final class RedisBinary {
    private static final long PATIENCE_SECONDS = 30;

    private RedisBinary() {}

    /// The path of the executable; one that lies there already is replaced.
    static Path install(Path directory) {
        try {
            Files.createDirectories(directory);
            Path unpacked = ExecutableProvider.newJarResourceProvider(directory.toFile())
                    .get()
                    .toPath();
            Path binary = directory.resolve("redis-server");
            Files.deleteIfExists(binary);
            copy(unpacked, binary);
            Files.delete(unpacked);
            return binary;
        } catch (IOException e) {
            throw new InfrastructureException(
                    "redis-server cannot be installed in %s: %s".formatted(directory, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfrastructureException("interrupted while redis-server was installed", e);
        }
    }

    private static void copy(Path from, Path to) throws IOException, InterruptedException {
        Process copying = new ProcessBuilder("cp", "-p", from.toString(), to.toString())
                .redirectErrorStream(true)
                .start();
        copying.getOutputStream().close();
        String said = new String(copying.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (!copying.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || copying.exitValue() != 0) {
            copying.destroyForcibly();
            throw new IOException("cp failed: " + said);
        }
    }
}
