package io.alphapanda.local.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryLockTest {

    /// Another process that wants the directory.
    static final class Rival {
        public static void main(String[] directory) {
            System.out.print(DataDirectoryLock.tryAcquire(Path.of(directory[0])).isPresent() ? "got it" : "refused");
        }
    }

    @Test
    void anOwnerWhoAsksAgainDoesNotGiveTheLockAway(@TempDir Path directory) throws Exception {
        try (var _ = DataDirectoryLock.acquire(directory)) {
            assertThat(DataDirectoryLock.tryAcquire(directory)).isEmpty();

            assertThat(rival(directory)).isEqualTo("refused");
        }
        assertThat(rival(directory)).isEqualTo("got it");
    }

    @Test
    void whatAKilledOwnerLeftIsFree(@TempDir Path directory) throws Exception {
        assertThat(rival(directory)).isEqualTo("got it");

        try (var lock = DataDirectoryLock.acquire(directory)) {
            assertThat(lock).isNotNull();
        }
    }

    private static String rival(Path directory) throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Rival.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said;
    }
}
