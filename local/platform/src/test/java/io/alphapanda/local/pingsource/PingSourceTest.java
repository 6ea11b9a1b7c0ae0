package io.alphapanda.local.pingsource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.alphapanda.local.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PingSourceTest {

    private static final String DATA = "{\"broker\":\"paper\",\"task\":\"SNAPSHOT\"}";
    private static final Duration NEVER = Duration.ofDays(1);

    private final List<Map<String, String>> requests = Collections.synchronizedList(new ArrayList<>());
    private final ConcurrentLinkedQueue<Integer> answers = new ConcurrentLinkedQueue<>();
    private HttpServer function;

    @BeforeEach
    void begin() throws IOException {
        function = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        function.createContext("/", this::take);
        function.start();
    }

    @AfterEach
    void end() {
        function.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = new TreeMap<String, String>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> request.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
            request.put("body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            request.put("line", exchange.getRequestMethod() + " " + exchange.getRequestURI());
            requests.add(request);
            var status = answers.poll();
            exchange.sendResponseHeaders(status == null ? 204 : status, -1);
        }
    }

    private PingSource source(Duration every) {
        var stamps = new TreeMap<>(Map.of("lane", "paper", "topic", "paper.pnl.snapshots"));
        var sink = URI.create("http://127.0.0.1:" + function.getAddress().getPort() + "/");
        return PingSource.start(new PingSourceSpec("alpha-panda", "paper-snapshots", every, DATA, sink, stamps));
    }

    @Test
    void firingIsACloudEventInBinaryMode() {
        try (var source = source(NEVER)) {
            assertThat(source.fire()).isTrue();
        }

        var request = requests.getFirst();
        assertThat(request)
                .containsEntry("line", "POST /")
                .containsEntry("ce-specversion", "1.0")
                .containsEntry("ce-type", "dev.knative.sources.ping")
                .containsEntry("ce-source", "/apis/v1/namespaces/alpha-panda/pingsources/paper-snapshots")
                .containsEntry("ce-lane", "paper")
                .containsEntry("ce-topic", "paper.pnl.snapshots")
                .containsEntry("content-type", "application/json")
                .containsEntry("body", DATA);
        assertThat(request.keySet().stream().filter(each -> each.startsWith("ce-")))
                .as("and nothing else of ours")
                .containsExactly("ce-id", "ce-lane", "ce-source", "ce-specversion", "ce-time", "ce-topic", "ce-type");
        assertThat(UUID.fromString(request.get("ce-id"))).isNotNull();
        assertThat(Instant.parse(request.get("ce-time")))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
    }

    @Test
    void eachFiringHasAnIdOfItsOwn() {
        try (var source = source(NEVER)) {
            source.fire();
            source.fire();
        }

        assertThat(requests).extracting(each -> each.get("ce-id")).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 429, 502, 503, 504})
    void firingThatIsNotTakenYetComesAgainUnchanged(int status) {
        answers.add(status);
        try (var source = source(NEVER)) {
            assertThat(source.fire()).isTrue();
            assertThat(source.lost()).isZero();
        }

        assertThat(requests).hasSize(2);
        assertThat(requests.getFirst()).isEqualTo(requests.getLast());
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 409, 500})
    void firingThatIsRefusedIsLostAtOnce(int status) {
        answers.add(status);
        try (var source = source(NEVER)) {
            assertThat(source.fire()).isFalse();
            assertThat(source.lost()).isEqualTo(1);
        }

        assertThat(requests).hasSize(1);
    }

    @Test
    void firingIsGivenUpAfterSixAttempts() {
        answers.addAll(Collections.nCopies(20, 503));
        try (var source = source(NEVER)) {
            assertThat(source.fire()).isFalse();
        }

        assertThat(requests).hasSize(6);
    }

    @Test
    void nobodyThereIsTriedAgainAndThenLost() {
        try (var source = source(NEVER)) {
            function.stop(0);

            assertThat(source.fire()).isFalse();
            assertThat(source.lost()).isEqualTo(1);
        }
    }

    @Test
    void firesOnItsSchedule() {
        try (var source = source(Duration.ofSeconds(1))) {
            Await.until("two firings", () -> source.delivered() >= 2);
        }
    }

    @Test
    void specNamesWhatIsWrong() {
        assertThatThrownBy(() -> source(Duration.ofMillis(10)))
                .hasMessage("PingSource every must be PT1S to PT24H but is 'PT0.01S'");
    }
}
