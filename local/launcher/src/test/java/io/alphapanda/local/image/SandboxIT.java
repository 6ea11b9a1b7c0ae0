package io.alphapanda.local.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The packaged rooms in what a pod gives them, taking real events.
class SandboxIT {

    private static final Path ROOT = Path.of(System.getProperty("panda.root", "../.."));
    private static final int EVENTS = 200;

    /// Traces cost the most where nobody takes them.
    private static final String ABSENT_COLLECTOR = "http://127.0.0.1:9";

    private static Services services;

    @TempDir
    Path logs;

    @BeforeAll
    static void startServices() {
        try (var _ = sandbox("risk-manager")) {
            services = Services.start();
        }
    }

    @AfterAll
    static void endServices() {
        if (services != null) {
            services.close();
        }
    }

    private static Sandbox sandbox(String room) {
        try {
            return Sandbox.of(ROOT, room);
        } catch (SandboxRefused e) {
            return Assumptions.abort(
                    "a sandbox needs root, unshare, setpriv and a memory control group; here: " + e.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"strategy-runner", "risk-manager", "trading-engine", "portfolio-manager", "api"})
    void aRoomDoesItsWorkReadOnlyUnprivilegedAndInLittleMemory(String room, TestReporter reporter) throws IOException {
        int port = RoomRun.freePort();
        try (var sandbox = sandbox(room)) {
            var environment = services.environment(port, "sandbox", Path.of("/mnt/strategies"));
            environment.put("PANDA_TRACES_ENDPOINT", ABSENT_COLLECTOR);
            try (var run = RoomRun.start(sandbox.room(), environment, port, logs.resolve(room + ".log"))) {
                new Samples("sandbox").of(room, EVENTS).forEach(run::firstAnswer);
                assertThat(status(run.pid())).contains("Uid:\t10001\t10001\t10001\t10001", "CapEff:\t0000000000000000");
                assertThat(sandbox.holds(run.pid())).isTrue();
                reporter.publishEntry(room, sandbox.peakMegabytes() + " MB at most");
                run.end();
            }
        }
    }

    @Test
    void nothingButTmpIsWritable() throws IOException, InterruptedException {
        try (var sandbox = sandbox("risk-manager")) {
            var attempts = "for each in / /var /var/tmp /dev/shm /mnt /mnt/app /tmp; do"
                    + " (: > $each/attempt) 2>/dev/null && echo $each; done; id -u";
            var process = new ProcessBuilder(sandbox.command("sh", "-c", attempts)).start();
            var written = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            assertThat(written.lines()).containsExactly("/tmp", "10001");
        }
    }

    @Test
    void whoTakesMoreMemoryThanThereIsDies() throws IOException, InterruptedException {
        try (var sandbox = sandbox("risk-manager")) {
            var glutton = new ProcessBuilder(sandbox.command(
                            "/mnt/jdk/bin/java", "-Xms400m", "-Xmx400m", "-XX:+AlwaysPreTouch", "-version"))
                    .redirectErrorStream(true)
                    .start();
            glutton.getInputStream().readAllBytes();
            assertThat(glutton.waitFor()).isNotZero();
        }
    }

    private static String status(long pid) throws IOException {
        return Files.readString(Path.of("/proc/" + pid + "/status"));
    }
}
