package io.alphapanda.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.local.infrastructure.TestInfrastructure;
import io.alphapanda.local.kite.KiteSimulator;
import io.alphapanda.local.kite.SimulatorOptions;
import io.alphapanda.local.kite.exchange.AccountSpec;
import io.alphapanda.local.kite.exchange.MarketView;
import io.alphapanda.topics.TopicSpec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/// The exchange moves by the batches on the house's topic.
class SimulatedMarketTest {

    private static final String TOPIC = Topics.ticks(AssetClass.EQUITY);
    private static final String KAFKA = TestInfrastructure.shared().kafkaBootstrapServers();

    @Test
    void instrumentsAreListedAndPricedAsTheirTicksCome() throws Exception {
        TestInfrastructure.shared().createTopics(List.of(new TopicSpec(TOPIC, 1)));
        try (var simulator = KiteSimulator.start(
                        SimulatorOptions.of(List.of(), AccountSpec.of("zerodha", "key", "secret")));
                var producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", KAFKA), new ByteArraySerializer(), new ByteArraySerializer())) {
            send(producer, batch(tick("NSE:TCS", "3142.5", "37247"), tick("NSE:TCS", "3141.95", "37565")));
            send(producer, "no batch at all");
            send(producer, batch(tick("NSE:M&M", "811.25", "80202")));

            var market = SimulatedMarket.follow(KAFKA, AssetClass.EQUITY, simulator);
            Await.until(Duration.ofSeconds(20), "both are priced", () -> priced(simulator, 2));
            send(producer, batch(tick("SIM:S01", "100", "5")));
            Await.until(Duration.ofSeconds(20), "the newcomer is priced", () -> priced(simulator, 3));
            market.close();

            var tcs = simulator.exchange().quote("NSE:TCS").orElseThrow();
            assertThat(tcs.last()).isEqualByComparingTo("3141.95");
            assertThat(tcs.lastQuantity()).isEqualTo(318);
            assertThat(tcs.lastTradeAt()).isEqualTo("2021-06-03T03:45:38Z");
            assertThat(simulator.exchange().quotes())
                    .extracting(each -> each.instrument().token())
                    .doesNotHaveDuplicates();
        }
    }

    private static boolean priced(KiteSimulator simulator, int instruments) {
        return simulator.exchange().quotes().stream()
                        .map(MarketView::lastTradeAt)
                        .filter(each -> each != null)
                        .count()
                == instruments;
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, String text) throws Exception {
        producer.send(new ProducerRecord<byte[], byte[]>(TOPIC, text.getBytes(StandardCharsets.UTF_8)))
                .get();
    }

    private static String batch(String... ticks) {
        return "{\"ticks\":[" + String.join(",", ticks) + "]}";
    }

    private static String tick(String instrument, String price, String volume) {
        return """
                {"instrument":"%s","ordinal":1,"time":"2021-06-03T03:45:38Z","price":"%s","volume":"%s","position":1}\
                """.formatted(instrument, price, volume);
    }
}
