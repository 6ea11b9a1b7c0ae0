package io.alphapanda.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.stage.watch.KafkaView;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PipelineTest extends ApiTest {

    private static final String PATH = "/api/v1/pipeline";
    private static final Instant DUE = Instant.parse("2026-01-05T04:00:00.25Z");

    @Test
    void everyLanesStagesAreCountedWithTheirDelays() {
        seed.signal("s1", "paper", "momentum", "idea-1", null, DUE.plusMillis(10));
        seed.signal("s2", "paper", "momentum", "idea-2", "POSITION_LIMIT", DUE.plusMillis(30));
        seed.signal("old", "paper", "momentum", "idea-0", null, DUE.minusSeconds(86_400));
        seed.order("o1", "paper", "momentum", "idea-1", "FILLED", "10", "1005", null, DUE.plusMillis(40));
        seed.fill("o1/fill/1", "o1", "paper", "momentum", 1, "10", "100.5", "1", DUE.plusMillis(50));
        seed.booking("o1/fill/1", "paper", "momentum", "-1006", "0", DUE.plusMillis(90));
        seed.unsent("trading-engine", "paper", "e1", DUE.plusSeconds(2));
        seed.unsent("trading-engine", "paper", "e2", DUE.plusSeconds(1));
        seed.unsent("trading-engine", "zerodha", "e3", DUE);

        assertAnswer(PATH, 200, """
                {"from": "2026-01-04T04:30:00Z", "to": "2026-01-05T04:30:00Z", "kafkaSeenAt": null, "kafkaAgeSeconds": null,
                 "feeds": [], "lanes": [
                  {"broker": "paper", "kind": "paper", "reality": "PAPER", "simulated": true, "approved": 1, "denied": 1,
                   "orders": {"FILLED": 1}, "deadLetters": null, "stages": [
                     {"stage": "risk-manager", "what": "decisions", "count": 2, "lastAt": "2026-01-05T04:00:00.280Z",
                      "medianMillis": 10, "p95Millis": 30, "unsent": 0, "oldestUnsentAt": null, "unread": null},
                     {"stage": "trading-engine", "what": "fills", "count": 1, "lastAt": "2026-01-05T04:00:00.300Z",
                      "medianMillis": 50, "p95Millis": 50, "unsent": 2, "oldestUnsentAt": "2026-01-05T04:00:01.250Z", "unread": null},
                     {"stage": "portfolio-manager", "what": "bookings", "count": 1, "lastAt": "2026-01-05T04:00:00.340Z",
                      "medianMillis": 90, "p95Millis": 90, "unsent": 0, "oldestUnsentAt": null, "unread": null}]},
                  {"broker": "paper-b", "kind": "paper", "reality": "PAPER", "simulated": true, "approved": 0, "denied": 0,
                   "orders": {}, "deadLetters": null, "stages": [
                     {"stage": "risk-manager", "what": "decisions", "count": 0, "lastAt": null, "medianMillis": null,
                      "p95Millis": null, "unsent": 0, "oldestUnsentAt": null, "unread": null},
                     {"stage": "trading-engine", "what": "fills", "count": 0, "lastAt": null, "medianMillis": null,
                      "p95Millis": null, "unsent": 0, "oldestUnsentAt": null, "unread": null},
                     {"stage": "portfolio-manager", "what": "bookings", "count": 0, "lastAt": null, "medianMillis": null,
                      "p95Millis": null, "unsent": 0, "oldestUnsentAt": null, "unread": null}]}]}""");
    }

    @Test
    void whatKafkaHoldsIsToldWithItsAge() {
        var seen = FixedClock.NOW.minusSeconds(7);
        seed.kafka(new KafkaView(
                seen,
                "feed-1",
                List.of(),
                List.of(
                        new KafkaView.Lag("alpha-panda.risk-manager.paper-signals-raw", "paper.signals.raw", 12),
                        new KafkaView.Lag("alpha-panda.strategy-runner.equity-ticks", "market.equity.ticks", 3)),
                List.of(new KafkaView.Letters("paper.signals.raw.dlq", 5, 9, Optional.of(seen)))));
        seed.replayed("paper.signals.raw.dlq", 5);
        seed.feed("running", seen, seen);

        var pipeline = get(PATH, Map.of()).jsonPath();

        assertThat(pipeline.getInt("kafkaAgeSeconds")).isEqualTo(7);
        assertThat(pipeline.getInt("lanes[0].stages[0].unread")).isEqualTo(12);
        assertThat(pipeline.getString("lanes[0].stages[1].unread")).isNull();
        assertThat(pipeline.getInt("lanes[0].deadLetters")).isEqualTo(3);
        assertThat(pipeline.getMap("feeds[0]"))
                .containsEntry("assetClass", "equity")
                .containsEntry("state", "running")
                .containsEntry("ageSeconds", 7)
                .containsEntry("unread", 3);
    }

    @Test
    void aTimeThatCantBeUsedIsNamed() {
        var answer = get(PATH, Map.of("from", "noon"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("field")).isEqualTo("from");
    }
}
