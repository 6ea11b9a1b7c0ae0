package io.alphapanda.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SignalsTest extends ApiTest {

    private static final String PATH = "/api/v1/signals";
    private static final Instant TIME = Instant.parse("2026-01-05T04:00:00.5Z");

    @Test
    void aSignalTellsEveryVerdict() {
        seed.signal("nse-1/rsi/NSE:TCS/4711@paper", "paper", "rsi", "nse-1/rsi/NSE:TCS/4711", "POSITION_LIMIT", TIME);

        assertAnswer(PATH, 200, """
                {"signals": [
                   {"id": "nse-1/rsi/NSE:TCS/4711@paper", "correlationId": "nse-1/rsi/NSE:TCS/4711", "broker": "paper",
                    "kind": "paper", "reality": "PAPER", "simulated": true, "strategy": "rsi", "definition": 3,
                    "instrument": "NSE:TCS", "currency": "INR", "side": "BUY", "quantity": "10", "price": "100.6",
                    "referencePrice": "100.5", "referenceTime": "2026-01-05T04:00:00Z", "stream": "nse-1",
                    "tickOrdinal": 4711, "reason": "fast above slow", "follows": null,
                    "decision": {"approved": false, "denial": "POSITION_LIMIT", "verdicts": [
                        {"rule": "trading-state", "denial": null, "numbers": {"state": "ACTIVE"}},
                        {"rule": "position", "denial": "POSITION_LIMIT", "numbers": {"limit": "5", "position": "10"}}],
                      "reserved": "0", "tradingDay": "2026-01-05", "asOf": "2026-01-05T04:00:00.250Z",
                      "recordedAt": "2026-01-05T04:00:00.500Z"},
                    "dueAt": "2026-01-05T04:00:00.250Z", "expiresAt": "2026-01-05T04:01:00Z",
                    "recordedAt": "2026-01-05T04:00:00.500Z"}],
                 "nextCursor": null}""");
    }

    @Test
    void filtersNarrow() {
        seed.signal("1", "paper", "momentum", "idea-1", null, TIME);
        seed.signal("2", "paper-b", "momentum", "idea-1", "POSITION_LIMIT", TIME);
        seed.signal("3", "paper", "rsi", "idea-2", null, TIME);
        seed.signal("4", "zerodha", "rsi", "idea-2", null, TIME);

        assertThat(ids(Map.of())).as("not active: zerodha").containsExactly("3", "2", "1");
        assertThat(ids(Map.of("broker", "paper"))).containsExactly("3", "1");
        assertThat(ids(Map.of("strategy", "momentum"))).containsExactly("2", "1");
        assertThat(ids(Map.of("correlationId", "idea-1"))).containsExactly("2", "1");
        assertThat(ids(Map.of("decision", "approved"))).containsExactly("3", "1");
        assertThat(ids(Map.of("decision", "rejected"))).containsExactly("2");
        assertThat(ids(Map.of("instrument", "NSE:TCS"))).hasSize(3);
        assertThat(ids(Map.of("instrument", "NSE:INFY"))).isEmpty();
    }

    @Test
    void pagingShowsEachSignalOnceEvenAmongEqualTimesAndNewArrivals() {
        var expected = new ArrayList<String>();
        for (int i = 10; i < 23; i++) {
            seed.signal("s" + i, "paper", "momentum", "idea-" + i, null, TIME.plusSeconds(i / 5));
            expected.addFirst("s" + i);
        }
        var arrivals = new AtomicInteger();

        var seen = Paging.walk(
                PATH,
                "signals",
                () -> seed.signal(
                        "new" + arrivals.incrementAndGet(), "paper", "momentum", "idea", null, TIME.plusSeconds(100)));

        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void parametersThatCantBeUsedAreNamed() {
        assertRefused("decision", "perhaps");
        assertRefused("instrument", "TCS");
        assertRefused("strategy", "Momentum!");
        assertRefused("correlationId", "with space");
        assertRefused("limit", "0");
        assertRefused("cursor", "nonsense");
        assertThat(get(PATH, Map.of("broker", "nosuch")).statusCode()).isEqualTo(404);
        assertThat(get(PATH, Map.of("strategy", "nosuch")).jsonPath().getString("type"))
                .isEqualTo("urn:alpha-panda:problem:unknown-strategy");
    }

    private static void assertRefused(String field, String value) {
        var response = get(PATH, Map.of(field, value));
        assertThat(response.statusCode()).as("%s=%s", field, value).isEqualTo(400);
        assertThat(response.jsonPath().getString("field")).isEqualTo(field);
        assertThat(response.jsonPath().getString("value")).isEqualTo(value);
    }

    private static List<String> ids(Map<String, String> query) {
        var response = get(PATH, query);
        assertThat(response.statusCode()).isEqualTo(200);
        return response.jsonPath().getList("signals.id");
    }
}
