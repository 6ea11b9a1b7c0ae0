package io.alphapanda.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TwinsTest extends ApiTest {

    private static final String PATH = "/api/v1/twins";
    private static final Instant DUE = Instant.parse("2026-01-05T04:00:00.25Z");

    /// A signal approved in a lane, with its order.
    ///
    /// @param price of the fill; null if it ended without one
    private void lane(int n, String broker, String status, String price, int filledAfterMillis) {
        var id = "idea-" + n + "@" + broker;
        seed.signal(id, broker, "momentum", "idea-" + n, null, DUE.plusMillis(n));
        seed.order(
                id + "/1",
                broker,
                "momentum",
                "idea-" + n,
                status,
                price == null ? "0" : "10",
                price == null ? "0" : price + "0",
                null,
                DUE);
        seed.orderFor(id + "/1", id);
        if (price != null) {
            seed.fill(
                    id + "/1/fill/1",
                    id + "/1",
                    broker,
                    "momentum",
                    n,
                    "10",
                    price,
                    "1",
                    DUE.plusMillis(filledAfterMillis));
        }
    }

    private void twins() {
        lane(1, "paper", "FILLED", "100.50", 40);
        lane(1, "paper-b", "FILLED", "101.00", 240);
        lane(2, "paper", "FILLED", "100.50", 40);
        lane(2, "paper-b", "REJECTED", null, 0);
        seed.signal("idea-3@paper", "paper", "momentum", "idea-3", "POSITION_LIMIT", DUE.plusMillis(3));
        lane(3, "paper-b", "FILLED", "100.00", 50);
        lane(4, "paper-b", "SUBMITTED", null, 0);
        seed.signal("idea-5@paper", "paper", "momentum", "idea-5", "POSITION_LIMIT", DUE.plusMillis(5));
        seed.signal("idea-5@paper-b", "paper-b", "momentum", "idea-5", "POSITION_LIMIT", DUE.plusMillis(5));
        lane(6, "paper", "FILLED", "100.00", 30);
        lane(6, "paper-b", "FILLED", "100.00", 20);
        lane(7, "paper", "FILLED", "100.00", 30);
    }

    @Test
    void theSameSignalStandsBesideItself() {
        twins();

        var json = get(PATH, Map.of("broker", "paper-b")).jsonPath();

        assertThat(json.<String>getList("twins.idea.correlationId"))
                .as("the other account's own signals are not looked at")
                .containsExactly("idea-6", "idea-5", "idea-4", "idea-3", "idea-2", "idea-1");
        assertThat(json.<String>getList("twins.difference.legs"))
                .containsExactly("BOTH", "NEITHER", "PENDING", "EXTRA", "MISSED", "BOTH");
        assertThat(json.<String>getList("twins.difference.filledQuantity"))
                .containsExactly("0", "0", "0", "10", "-10", "0");
        assertThat(json.<Number>getList("twins.difference.delayMillis").stream()
                        .map(each -> each == null ? null : each.longValue()))
                .isEqualTo(Arrays.asList(-10L, null, null, null, null, 200L));
        assertThat(json.getFloat("twins[5].difference.slippageBps")).isEqualTo(49.75f);
        assertThat(json.getString("twins[5].execution.broker")).isEqualTo("paper-b");
        assertThat(json.getString("twins[5].against.broker")).isEqualTo("paper");
        assertThat(json.getString("twins[5].against.averagePrice")).isEqualTo("100.5");
        assertThat(json.getString("twins[2].against"))
                .as("never had that signal")
                .isNull();
    }

    @Test
    void aSummaryCountsLegsAndComparesWhatBothExecuted() {
        twins();

        assertAnswer(PATH + "/summary", 200, """
                {"broker": "paper-b", "reality": "PAPER", "against": "paper", "againstReality": "PAPER",
                 "from": "2026-01-04T04:30:00Z", "to": "2026-01-05T04:30:00Z",
                 "rows": [{"strategy": "momentum", "instrument": "NSE:TCS", "signals": 6, "both": 2, "missed": 1, "extra": 1,
                   "neither": 1, "pending": 1, "slippageBps": 0.0, "againstSlippageBps": -24.88, "worstBps": 49.75,
                   "medianDelayMillis": -10, "p95DelayMillis": 200}]}""", Map.of("broker", "paper-b"));
    }

    @Test
    void aSummaryHoldsOnlyItsTime() {
        twins();

        var none = get(PATH + "/summary", Map.of("broker", "paper-b", "to", "2026-01-05T04:00:00Z"));
        var first = get(
                PATH + "/summary",
                Map.of("broker", "paper-b", "from", "2026-01-05T04:00:00Z", "to", "2026-01-05T04:00:00.252Z"));

        assertThat(none.jsonPath().getList("rows")).isEmpty();
        assertThat(first.jsonPath().getInt("rows[0].signals")).isEqualTo(1);
    }

    @Test
    void parametersThatCantBeUsedAreNamed() {
        assertRefused(PATH, Map.of(), "broker");
        assertRefused(PATH, Map.of("broker", "paper", "against", "paper"), "against");
        assertRefused(PATH, Map.of("broker", "paper", "limit", "0"), "limit");
        assertRefused(PATH, Map.of("broker", "paper", "instrument", "x"), "instrument");
        assertRefused(PATH + "/summary", Map.of("broker", "paper", "from", "yesterday"), "from");
        assertRefused(PATH + "/summary", Map.of("broker", "paper", "to", "+99999-01-01T00:00:00Z"), "to");
        assertRefused(PATH + "/summary", Map.of("broker", "paper", "from", "2025-11-05T00:00:00Z"), "from");
        assertRefused(
                PATH + "/summary",
                Map.of("broker", "paper", "from", "2026-01-05T04:00:00Z", "to", "2026-01-05T04:00:00Z"),
                "from");
        assertThat(get(PATH, Map.of("broker", "nosuch")).statusCode()).isEqualTo(404);
        assertThat(get(PATH, Map.of("broker", "paper", "against", "nosuch")).statusCode())
                .isEqualTo(404);
    }

    private static void assertRefused(String path, Map<String, String> query, String field) {
        var response = get(path, query);
        assertThat(response.statusCode()).as("%s", query).isEqualTo(400);
        assertThat(response.jsonPath().getString("field")).isEqualTo(field);
    }
}
