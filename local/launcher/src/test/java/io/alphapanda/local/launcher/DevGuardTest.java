package io.alphapanda.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.local.infrastructure.TestInfrastructure;
import io.alphapanda.local.kafkasource.KafkaSource;
import io.alphapanda.local.kafkasource.KafkaSourceOptions;
import io.alphapanda.topics.TopicSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class DevGuardTest {

    private static final Broker LANE = new Broker("dev-guard");
    private static final String TOPIC = "dev-guard.signals.raw";

    private final AtomicBoolean compiles = new AtomicBoolean(true);
    private final List<Integer> answers = new CopyOnWriteArrayList<>();
    private final List<String> news = new CopyOnWriteArrayList<>();

    /// A function in dev mode: while its code does not compile, it answers 500 to everything.
    private HttpServer function() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            int status = compiles.get() ? 204 : 500;
            answers.add(status);
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    @Test
    void functionThatDoesNotCompileGetsItsEventsWhenItDoesAgain() throws Exception {
        var infrastructure = TestInfrastructure.shared();
        infrastructure.createTopics(List.of(new TopicSpec(TOPIC, 1), new TopicSpec(TOPIC + ".dlq", 1)));
        var function = function();
        var room = new Room(
                "risk-manager",
                "risk-manager",
                List.of(LANE.name()),
                function.getAddress().getPort());
        try (var source = KafkaSource.start(
                        Wiring.riskManager(LANE, room),
                        infrastructure.kafkaBootstrapServers(),
                        KafkaSourceOptions.defaults());
                var guard = new DevGuard("risk-manager", compiles::get, List.of(source), news::add)) {
            compiles.set(false);
            guard.start();
            Await.until("the guard to hold", guard::isHolding);

            publish(infrastructure.kafkaBootstrapServers());
            Await.until("the event to wait", () -> source.stats().inFlight() == 1);
            assertThat(answers).isEmpty();

            compiles.set(true);
            Await.until("delivery", () -> source.stats().delivered() == 1);
            assertThat(answers).containsExactly(204);
            assertThat(source.stats().deadLettered()).isZero();
            assertThat(news)
                    .containsExactly(
                            "risk-manager is being loaded, or its code does not compile; delivery to it is held",
                            "risk-manager answers again; delivery goes on");
        } finally {
            function.stop(0);
        }
    }

    private static void publish(String servers) throws ExecutionException, InterruptedException {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", servers),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            var record = new ProducerRecord<byte[], byte[]>(TOPIC, "{}".getBytes(StandardCharsets.UTF_8));
            Map.of("ce_specversion", "1.0", "ce_id", "1", "ce_type", "test", "ce_source", "/test")
                    .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(record).get();
        }
    }
}
