package io.alphapanda.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OrdersTest extends ApiTest {

    private static final String PATH = "/api/v1/orders";
    private static final Instant TIME = Instant.parse("2026-01-05T04:00:00.123456Z");
    private static final String ID = "nse-1/momentum/NSE:TCS/4711@paper/1";

    private void order(String id, String broker, String strategy, String correlationId, Instant time) {
        seed.order(id, broker, strategy, correlationId, "FILLED", "10", "1005", null, time);
    }

    @Test
    void anOrderTellsWhatBecameOfIt() {
        seed.order(ID, "paper", "momentum", "nse-1/momentum/NSE:TCS/4711", "PARTIALLY_FILLED", "3", "301", null, TIME);
        seed.order("b", "paper-b", "rsi", "idea-2", "EXPIRED", "0", "0", "SIGNAL_EXPIRED", TIME.minusSeconds(1));

        assertAnswer(PATH, 200, """
                {"orders": [
                   {"id": "nse-1/momentum/NSE:TCS/4711@paper/1", "broker": "paper", "kind": "paper",
                    "reality": "PAPER", "simulated": true, "strategy": "momentum", "instrument": "NSE:TCS", "currency": "INR", "side": "BUY",
                    "status": "PARTIALLY_FILLED", "quantity": "10", "filledQuantity": "3", "leavesQuantity": "7",
                    "averagePrice": "100.33333333", "filledValue": "301", "referencePrice": "100.5",
                    "referenceTime": "2026-01-05T04:00:00Z", "waitsForPrice": false, "failure": null, "brokerOrderId": null, "tag": null, "words": null, "version": 2,
                    "signalId": "nse-1/momentum/NSE:TCS/4711@paper/1-signal",
                    "correlationId": "nse-1/momentum/NSE:TCS/4711",
                    "expiresAt": "2026-01-05T04:01:00Z", "dueAt": "2026-01-05T04:00:00.250Z",
                    "recordedAt": "2026-01-05T04:00:00.123456Z", "changedAt": "2026-01-05T04:00:00.123456Z"},
                   {"id": "b", "broker": "paper-b", "kind": "paper",
                    "reality": "PAPER", "simulated": true, "strategy": "rsi", "instrument": "NSE:TCS", "currency": "INR", "side": "BUY",
                    "status": "EXPIRED", "quantity": "10", "filledQuantity": "0", "leavesQuantity": "0",
                    "averagePrice": null, "filledValue": "0", "referencePrice": "100.5",
                    "referenceTime": "2026-01-05T04:00:00Z", "waitsForPrice": false, "failure": "SIGNAL_EXPIRED",
                    "brokerOrderId": null, "tag": null, "words": null, "version": 2, "signalId": "b-signal", "correlationId": "idea-2",
                    "expiresAt": "2026-01-05T04:01:00Z", "dueAt": "2026-01-05T04:00:00.250Z",
                    "recordedAt": "2026-01-05T03:59:59.123456Z", "changedAt": "2026-01-05T03:59:59.123456Z"}],
                 "nextCursor": null}""");
    }

    @Test
    void filtersNarrow() {
        order("1", "paper", "momentum", "idea-1", TIME);
        order("2", "paper-b", "momentum", "idea-1", TIME);
        order("3", "paper", "rsi", "idea-2", TIME);
        order("4", "zerodha", "rsi", "idea-2", TIME);

        assertThat(ids(Map.of())).containsExactly("3", "2", "1");
        assertThat(ids(Map.of("broker", "paper"))).containsExactly("3", "1");
        assertThat(ids(Map.of("strategy", "momentum"))).containsExactly("2", "1");
        assertThat(ids(Map.of("correlationId", "idea-1"))).containsExactly("2", "1");
        assertThat(ids(Map.of("broker", "paper-b", "correlationId", "idea-1"))).containsExactly("2");
        assertThat(ids(Map.of("id", "3"))).containsExactly("3");
        assertThat(ids(Map.of("instrument", "NSE:TCS"))).containsExactly("3", "2", "1");
        assertThat(ids(Map.of("instrument", "NSE:INFY"))).isEmpty();
        assertThat(ids(Map.of("correlationId", "idea-9"))).isEmpty();
        assertThat(ids(Map.of("strategy", "", "cursor", "")))
                .as("an empty parameter is one not given")
                .containsExactly("3", "2", "1");
    }

    @Test
    void pagingShowsEachOrderOnceEvenAmongEqualTimesAndNewArrivals() {
        var expected = new ArrayList<String>();
        for (int i = 10; i < 33; i++) {
            order("o" + i, "paper", "momentum", "idea", TIME.plusSeconds(i / 7));
            expected.addFirst("o" + i);
        }

        var seen = new ArrayList<String>();
        var query = new HashMap<String, String>(Map.of("limit", "4"));
        JsonPath page;
        do {
            page = get(PATH, query).jsonPath();
            List<String> ids = page.getList("orders.id");
            assertThat(ids).hasSizeLessThanOrEqualTo(4);
            seen.addAll(ids);
            order("new" + seen.size(), "paper", "momentum", "idea", TIME.plusSeconds(100));
            query.put("cursor", page.getString("nextCursor"));
        } while (page.getString("nextCursor") != null);

        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void aPageThatHoldsAllHasNoNext() {
        order("1", "paper", "momentum", "idea-1", TIME);
        order("2", "paper", "momentum", "idea-1", TIME);

        assertThat(get(PATH, Map.of("limit", "2")).jsonPath().getString("nextCursor"))
                .isNull();
    }

    @Test
    void aKnownStrategyWithoutOrdersHasAnEmptyPage() {
        seed.strategy("fresh");
        seed.portfolio("paper", "retired", "1", "1", "0", "0", 0);

        assertThat(ids(Map.of("strategy", "fresh"))).isEmpty();
        assertThat(ids(Map.of("strategy", "retired"))).isEmpty();
    }

    @Test
    void anUnknownStrategyIsNotAnEmptyPage() {
        assertAnswer(PATH, 404, """
                {"type": "urn:alpha-panda:problem:unknown-strategy", "title": "No such strategy", "status": 404,
                 "detail": "strategy 'nosuch' is neither defined nor has it ever traded",
                 "instance": "/api/v1/orders", "field": "strategy", "value": "nosuch"}""", Map.of("strategy", "nosuch"));
    }

    @Test
    void anUnknownBrokerIsAnsweredWithThoseThereAre() {
        assertAnswer(PATH, 404, """
                {"type": "urn:alpha-panda:problem:unknown-broker", "title": "No such broker", "status": 404,
                 "detail": "broker 'zerodha' is not active here; active are paper, paper-b",
                 "instance": "/api/v1/orders", "field": "broker", "value": "zerodha", "allowed": ["paper", "paper-b"]}""", Map.of("broker", "zerodha"));
    }

    @Test
    void parametersThatCantBeUsedAreNamed() {
        assertRefused("limit", "501");
        assertRefused("strategy", "Momentum!");
        assertRefused("correlationId", "with space");
        assertRefused("correlationId", "nul\0");
        assertRefused("id", "x".repeat(251));
        assertRefused("cursor", "nonsense");
        // Cursors nobody was given: a time beyond the database's, and a character it refuses.
        assertRefused("cursor", cursor("+999999999-01-01T00:00:00Z\nx"));
        assertRefused("cursor", cursor("2026-01-05T04:00:00Z\n\0"));
        assertRefused("cursor", cursor("yesterday\nx"));
    }

    private static String cursor(String key) {
        return java.util.Base64.getUrlEncoder().encodeToString(("orders\n" + key).getBytes());
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
        return response.jsonPath().getList("orders.id");
    }
}
