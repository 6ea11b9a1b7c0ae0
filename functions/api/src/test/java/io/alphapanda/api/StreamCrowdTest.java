package io.alphapanda.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.alphapanda.stage.testing.Await;
import io.alphapanda.stage.testing.Scrape;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// As many clients as may listen.
@QuarkusTest
class StreamCrowdTest extends ApiTest {

    private static final int CLIENTS = 500;
    private static final int EVENTS = 10;

    @TestHTTPResource("/api/v1/stream?topics=activity,portfolios,prices,pipeline,health,alerts")
    URI stream;

    private final AtomicLong told = new AtomicLong();

    @Test
    void fiveHundredAreToldEverythingAndOneMoreIsRefused() throws IOException {
        Await.until("whoever listened in the test before has gone", () -> clients() == 0);
        var runtime = Runtime.getRuntime();
        long idle = used(runtime);
        var sockets = new ArrayList<Socket>();
        try {
            for (int i = 0; i < CLIENTS; i++) {
                sockets.add(connect());
            }
            Await.until("all listen", () -> clients() == CLIENTS);
            assertThat(status(connect())).startsWith("HTTP/1.1 503");
            sockets.forEach(each -> Thread.ofVirtual().start(() -> read(each)));
            Await.until("all are told the state", () -> told.get() >= CLIENTS);
            long open = used(runtime);

            long cpu = cpuNanos();
            long began = System.nanoTime();
            for (int i = 0; i < EVENTS; i++) {
                seed.filled("crowd-" + i, "paper");
                long until = (i + 1L) * CLIENTS;
                Await.until("all are told", () -> told.get() >= CLIENTS + until);
            }

            System.out.printf(
                    "stream: %d clients took %.1f MB of heap (clients' side included); %d events to each took %.1f s and %.2f s of CPU (clients' side included)%n",
                    CLIENTS, (open - idle) / 1e6, EVENTS, (System.nanoTime() - began) / 1e9, (cpuNanos() - cpu) / 1e9);
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
        Await.until("all have gone", () -> clients() == 0);
        try (var reader = StreamReader.open(stream)) {
            reader.await("health");
        }
    }

    @Test
    void whoeverIsGoneBeforeTheirStreamBeginsTakesNoPlace() throws IOException {
        for (int i = 0; i < CLIENTS; i++) {
            connect().close();
        }
        try (var reader = StreamReader.open(stream)) {
            reader.await("health");
        }

        Await.until("nobody listens", () -> clients() == 0);
    }

    private static double clients() {
        return Scrape.now().sum("panda_stream_clients");
    }

    private Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), stream.getPort());
        socket.setSoTimeout(60_000);
        var request = "GET " + stream.getPath() + "?" + stream.getQuery()
                + " HTTP/1.1\r\nhost: crowd\r\nauthorization: Bearer " + Access.token(Access.ADMIN) + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String status(Socket socket) throws IOException {
        try (socket) {
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        }
    }

    /// Counts events: of activity, and the first sign of health.
    private void read(Socket socket) {
        try {
            var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("event: activity") || line.equals("event: health")) {
                    told.incrementAndGet();
                }
            }
        } catch (IOException _) {
            // Closed by the test.
        }
    }

    private static long used(Runtime runtime) {
        System.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
