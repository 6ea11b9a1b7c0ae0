package io.alphapanda.local.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisBinaryTest {
    private static final int ROUNDS = 25;
    private static final int OTHERS = 3;

    /// The race is one of a few milliseconds: written by this JVM, about one start in twelve failed.
    @Test
    void redis_just_installed_runs_while_other_threads_start_processes(@TempDir Path folder) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService others = Executors.newFixedThreadPool(OTHERS)) {
            for (int i = 0; i < OTHERS; i++) {
                others.submit(() -> {
                    while (!over.get()) {
                        run("true");
                    }
                    return null;
                });
            }
            try {
                for (int round = 0; round < ROUNDS; round++) {
                    Path binary = RedisBinary.install(folder.resolve("round-" + round));
                    assertThat(run(binary.toString(), "--version")).contains("Redis server v=");
                }
            } finally {
                over.set(true);
            }
        }
    }

    @Test
    void redis_installed_before_is_replaced(@TempDir Path folder) throws Exception {
        RedisBinary.install(folder);

        assertThat(run(RedisBinary.install(folder).toString(), "--version")).contains("Redis server v=");
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
