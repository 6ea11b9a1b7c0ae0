package io.alphapanda.local.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One infrastructure per test JVM, in a temporary directory, on free ports, ended with the JVM. Tests of all modules
/// share it and keep apart by topic, group, key prefix and database name.
public final class TestInfrastructure {
    private static final Logger LOG = LoggerFactory.getLogger(TestInfrastructure.class);
    private static final String PREFIX = "alpha-panda-test-";

    private TestInfrastructure() {}

    /// Starts it on first use.
    public static Infrastructure shared() {
        return Holder.SHARED;
    }

    private static final class Holder {
        static final Infrastructure SHARED = start();
    }

    private static Infrastructure start() {
        try {
            Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
            sweepAbandoned(temporary);
            Path data = Files.createTempDirectory(temporary, PREFIX);
            Infrastructure infrastructure = Infrastructure.start(
                    new InfrastructureOptions(data, Ports.FREE, InfrastructureOptions.Outlives.PROCESSES));
            Runtime.getRuntime()
                    .addShutdownHook(
                            Thread.ofPlatform().name("test-infrastructure-end").unstarted(() -> {
                                infrastructure.close();
                                delete(data);
                            }));
            return infrastructure;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A killed test JVM leaves its servers and its directory; the next one clears them away. A directory whose lock is
    /// held belongs to a living JVM.
    private static void sweepAbandoned(Path temporary) throws IOException {
        try (Stream<Path> children = Files.list(temporary)) {
            children.filter(child -> child.getFileName().toString().startsWith(PREFIX))
                    .filter(child -> Files.exists(child.resolve("postgres")) || Files.exists(child.resolve("redis")))
                    .forEach(TestInfrastructure::sweep);
        }
    }

    private static void sweep(Path data) {
        try {
            DataDirectoryLock.tryAcquire(data).ifPresent(lock -> {
                try (lock) {
                    RedisServer.endLeftover(data.resolve("redis"));
                    PostgresServer.endLeftover(data.resolve("postgres"));
                    delete(data);
                }
            });
        } catch (InfrastructureException e) {
            LOG.warn("an abandoned test directory stays; directory={} reason={}", data, e.getMessage());
        }
    }

    private static void delete(Path data) {
        try (Stream<Path> tree = Files.walk(data)) {
            tree.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("a test directory could not be deleted; directory={} reason={}", data, e.getMessage());
        }
    }
}
