package io.alphapanda.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.watch.KafkaView;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// How the house stands: pre-flight, services, dead letters.
@QuarkusTest
class OperationsTest extends ApiTest {

    private static final Instant SEEN = FixedClock.NOW.minusSeconds(7);

    @Test
    void aHouseInOrderIsClear() {
        seed.kafka(kafka(SEEN));
        seed.strategy("momentum", """
                {"id": "momentum", "type": "momentum", "brokers": ["paper"], "assetClasses": ["equity"],
                 "instruments": ["NSE:TCS"], "size": 10}""");

        var report = get("/api/v1/preflight", Map.of()).jsonPath();

        assertThat(report.getString("level")).as(report.prettify()).isEqualTo("OK");
        assertThat(report.getList("findings.check"))
                .contains("configuration", "database", "redis", "topics", "strategies", "market", "live");
        assertThat(words(report, "live", "real money")).isEqualTo("none: paper is paper, paper-b is paper");
        assertThat(words(report, "market", "NSE")).isEqualTo("open until 15:30 (Asia/Kolkata)");
    }

    @Test
    void whatNobodySawOfKafkaIsDoubtful() {
        assertThat(words(get("/api/v1/preflight", Map.of()).jsonPath(), "topics", "kafka"))
                .startsWith("never seen");

        seed.kafka(kafka(FixedClock.NOW.minusSeconds(61)));
        assertThat(words(get("/api/v1/preflight", Map.of()).jsonPath(), "topics", "kafka"))
                .startsWith("last seen by a market-feed at ");
    }

    @Test
    void whatIsWrongFailsWithItsFix() {
        seed.kafka(new KafkaView(SEEN, "feed-1", List.of(), List.of(), List.of()));
        seed.strategy("broken");

        var report = get("/api/v1/preflight", Map.of()).jsonPath();

        assertThat(report.getString("level")).isEqualTo("FAIL");
        assertThat(words(report, "strategies", "broken")).contains("id");
        assertThat(words(report, "topics", "topics")).startsWith("21 of 21 are missing");
        assertThat(report.getList("findings.findAll { it.level == 'FAIL' }.fix"))
                .doesNotContainNull();
    }

    private static String words(JsonPath report, String check, String subject) {
        return report.getString(
                "findings.find { it.check == '%s' && it.subject == '%s' }.words".formatted(check, subject));
    }

    private static KafkaView kafka(Instant at) {
        var topics = new ArrayList<String>();
        Topics.house(List.of(AssetClass.values()), House.BROKERS).forEach(each -> {
            topics.add(each);
            topics.add(Topics.deadLetter(each));
        });
        return new KafkaView(at, "feed-1", topics, List.of(), List.of());
    }

    @Test
    void deadLettersAreCountedByTopicWithoutThoseReplayed() {
        assertAnswer("/api/v1/dead-letters", 200, """
                {"seenAt": null, "ageSeconds": null, "letters": 0, "open": 0, "topics": []}""");

        seed.kafka(new KafkaView(
                SEEN,
                "feed-1",
                List.of(),
                List.of(),
                List.of(
                        new KafkaView.Letters("control.trading-state.dlq", 0, 0, Optional.empty()),
                        new KafkaView.Letters("paper.orders.filled.dlq", 2, 5, Optional.of(SEEN)),
                        new KafkaView.Letters("zerodha.orders.filled.dlq", 0, 9, Optional.of(SEEN)))));
        seed.replayed("paper.orders.filled.dlq", 1);
        seed.replayed("paper.orders.filled.dlq", 4);

        assertAnswer("/api/v1/dead-letters", 200, """
                {"seenAt": "2026-01-05T04:29:53Z", "ageSeconds": 7, "letters": 3, "open": 2, "topics": [
                   {"topic": "paper.orders.filled.dlq", "of": "paper.orders.filled", "broker": "paper", "letters": 3,
                    "replayed": 1, "open": 2, "newestAt": "2026-01-05T04:29:53Z"},
                   {"topic": "control.trading-state.dlq", "of": "control.trading-state", "broker": null, "letters": 0,
                    "replayed": 0, "open": 0, "newestAt": null}]}""");
        assertThat(get("/api/v1/dead-letters", Map.of("broker", "paper-b"))
                        .jsonPath()
                        .getInt("letters"))
                .isZero();
        assertThat(get("/api/v1/dead-letters", Map.of("broker", "nosuch")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void servicesAreUpSilentOrAbsent() {
        seed.service("risk-manager", "a", FixedClock.NOW.minusSeconds(5), 40, 50);
        seed.service("trading-engine", "b", FixedClock.NOW.minusSeconds(31), 40, 50);

        var services = get("/api/v1/services", Map.of()).jsonPath();

        assertThat(services.getList("services.stage"))
                .containsExactly(
                        "market-feed", "strategy-runner", "risk-manager", "trading-engine", "portfolio-manager", "api");
        assertThat(services.getString("services[1].state")).isEqualTo("ABSENT");
        assertThat(services.getString("services[2].state")).isEqualTo("UP");
        assertThat(services.getString("services[3].state")).isEqualTo("SILENT");
        assertThat(services.getMap("services[2].processes[0]"))
                .containsEntry("instance", "a")
                .containsEntry("ageSeconds", 5)
                .containsEntry("memoryPercent", 40)
                .containsEntry("diskPercent", 50);
        assertThat(get("/api/v1/services/trading-engine", Map.of()).jsonPath().getString("state"))
                .isEqualTo("SILENT");
        assertThat(get("/api/v1/services/nosuch", Map.of()).jsonPath().getString("type"))
                .isEqualTo("urn:alpha-panda:problem:unknown-service");
    }

    @Test
    void theSystemTellsItsVersionAndHowMuchRoomItTakes() {
        var system = get("/api/v1/system", Map.of()).jsonPath();

        assertThat(system.getString("version")).isEqualTo("0.1.0-SNAPSHOT");
        assertThat(system.getInt("uptimeSeconds")).isZero();
        assertThat(Integer.parseInt(system.getString("database.migration"))).isGreaterThanOrEqualTo(8);
        assertThat(system.getLong("database.bytes")).isPositive();
        assertThat(system.getList("database.tables")).hasSize(10);
        assertThat(system.getString("redis.version")).matches("\\d+\\..*");
    }
}
