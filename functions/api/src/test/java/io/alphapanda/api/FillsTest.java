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
class FillsTest extends ApiTest {

    private static final String PATH = "/api/v1/fills";
    private static final Instant TIME = Instant.parse("2026-01-05T04:00:01.5Z");

    private void order(String id, String broker, String correlationId) {
        seed.order(id, broker, "momentum", correlationId, "FILLED", "10", "1005", null, TIME);
    }

    @Test
    void aFillTellsWhatTheBooksMadeOfIt() {
        order("o", "paper", "idea-1");
        seed.fill("o/fill/1", "o", "paper", "momentum", 1, "4", "101.00", "0.40", TIME);
        seed.booking("o/fill/1", "paper", "momentum", "-404.40", "0", TIME.plusMillis(20));
        seed.fill("o/fill/2", "o", "paper", "momentum", 2, "6", "100.00", "0.60", TIME.plusMillis(5));

        assertAnswer(PATH, 200, """
                {"fills": [
                   {"id": "o/fill/2", "orderId": "o", "broker": "paper", "kind": "paper", "reality": "PAPER",
                    "simulated": true, "strategy": "momentum", "instrument": "NSE:TCS", "currency": "INR", "side": "BUY", "sequence": 2,
                    "tradeId": null, "quantity": "6", "price": "100", "fees": "0.6", "slippageBps": -49.75,
                    "executedAt": "2026-01-05T04:00:01Z", "recordedAt": "2026-01-05T04:00:01.505Z",
                    "cashChange": null, "realized": null, "bookedAt": null, "correlationId": "idea-1"},
                   {"id": "o/fill/1", "orderId": "o", "broker": "paper", "kind": "paper", "reality": "PAPER",
                    "simulated": true, "strategy": "momentum", "instrument": "NSE:TCS", "currency": "INR", "side": "BUY", "sequence": 1,
                    "tradeId": null, "quantity": "4", "price": "101", "fees": "0.4", "slippageBps": 49.75,
                    "executedAt": "2026-01-05T04:00:01Z", "recordedAt": "2026-01-05T04:00:01.500Z",
                    "cashChange": "-404.4", "realized": "0", "bookedAt": "2026-01-05T04:00:01.520Z",
                    "correlationId": "idea-1"}],
                 "nextCursor": null}""");
    }

    @Test
    void filtersNarrow() {
        order("a", "paper", "idea-1");
        order("b", "paper-b", "idea-1");
        order("c", "paper", "idea-2");
        seed.fill("a1", "a", "paper", "momentum", 1, "1", "100", "0", TIME);
        seed.fill("b1", "b", "paper-b", "momentum", 1, "1", "100", "0", TIME);
        seed.fill("c1", "c", "paper", "momentum", 2, "1", "100", "0", TIME);

        assertThat(ids(Map.of())).containsExactly("c1", "b1", "a1");
        assertThat(ids(Map.of("broker", "paper"))).containsExactly("c1", "a1");
        assertThat(ids(Map.of("orderId", "b"))).containsExactly("b1");
        assertThat(ids(Map.of("correlationId", "idea-1"))).containsExactly("b1", "a1");
        assertThat(ids(Map.of("correlationId", "idea-1", "broker", "paper"))).containsExactly("a1");
    }

    @Test
    void pagingShowsEachFillOnceEvenAmongEqualTimesAndNewArrivals() {
        order("o", "paper", "idea");
        var expected = new ArrayList<String>();
        for (int i = 10; i < 23; i++) {
            seed.fill("f" + i, "o", "paper", "momentum", i, "1", "100", "0", TIME.plusSeconds(i / 5));
            expected.addFirst("f" + i);
        }
        var arrivals = new AtomicInteger(100);

        var seen = Paging.walk(PATH, "fills", () -> {
            int n = arrivals.incrementAndGet();
            seed.fill("new" + n, "o", "paper", "momentum", n, "1", "100", "0", TIME.plusSeconds(100));
        });

        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void parametersThatCantBeUsedAreNamed() {
        for (var each : Map.of("orderId", "a b", "correlationId", "a b", "instrument", "x", "limit", "x")
                .entrySet()) {
            var response = get(PATH, Map.of(each.getKey(), each.getValue()));
            assertThat(response.statusCode()).as("%s", each).isEqualTo(400);
            assertThat(response.jsonPath().getString("field")).isEqualTo(each.getKey());
        }
        assertThat(get(PATH, Map.of("broker", "nosuch")).statusCode()).isEqualTo(404);
    }

    private static List<String> ids(Map<String, String> query) {
        var response = get(PATH, query);
        assertThat(response.statusCode()).isEqualTo(200);
        return response.jsonPath().getList("fills.id");
    }
}
