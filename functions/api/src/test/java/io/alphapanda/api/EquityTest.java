package io.alphapanda.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class EquityTest extends ApiTest {

    private static final String PATH = "/api/v1/portfolios/paper/momentum/equity";
    private static final Instant TIME = Instant.parse("2026-01-05T04:00:00.123456Z");

    @BeforeEach
    void aPortfolio() {
        seed.portfolio("paper", "momentum", "1000000", "998999", "0", "1", 1);
    }

    @Test
    void pointTellsWhatThePortfolioWasWorthAndHowOldItsPricesWere() {
        seed.snapshot("1", "paper", "PAPER", TIME, "100", "CURRENT");
        seed.snapshot("2", "paper", "PAPER", TIME.plusSeconds(300), null, "MISSING");

        assertAnswer(PATH, 200, """
                {"broker": "paper", "kind": "paper", "strategy": "momentum", "points": [
                   {"asOf": "2026-01-05T04:05:00.123456Z", "takenAt": "2026-01-05T04:05:01.123456Z", "reality": "PAPER",
                    "simulated": true, "version": 1, "startingCash": "1000000", "cash": "998999", "realizedPnl": "0",
                    "unrealizedPnl": null, "fees": "1", "equity": null, "positions": 1, "pricing": "MISSING",
                    "priceTime": null, "priceAgeSeconds": null},
                   {"asOf": "2026-01-05T04:00:00.123456Z", "takenAt": "2026-01-05T04:00:01.123456Z", "reality": "PAPER",
                    "simulated": true, "version": 1, "startingCash": "1000000", "cash": "998999", "realizedPnl": "0",
                    "unrealizedPnl": "100", "fees": "1", "equity": "1000099", "positions": 1, "pricing": "CURRENT",
                    "priceTime": "2026-01-05T03:59:48.123456Z", "priceAgeSeconds": 12}],
                 "nextCursor": null}""");
    }

    @Test
    void pointKeepsTheRealityItWasTakenIn() {
        seed.snapshot("1", "paper", "SIMULATED", TIME, "1", "CURRENT");
        seed.snapshot("2", "paper", "LIVE", TIME.plusSeconds(1), "1", "CURRENT");

        var points = get(PATH, Map.of()).jsonPath();

        assertThat(points.getList("points.reality")).containsExactly("LIVE", "SIMULATED");
        assertThat(points.getList("points.simulated")).containsExactly(false, true);
    }

    @Test
    void anotherBrokersCurveIsNeverShown() {
        seed.snapshot("1", "paper-b", "PAPER", TIME, "1", "CURRENT");

        assertThat(get(PATH, Map.of()).jsonPath().getList("points")).isEmpty();
    }

    @Test
    void pagesHoldEveryPointOnce() {
        for (int i = 0; i < 7; i++) {
            // Some are of one moment.
            seed.snapshot(
                    Integer.toString(i), "paper", "PAPER", TIME.plusSeconds(i / 2), Integer.toString(i), "CURRENT");
        }

        var seen = new ArrayList<String>();
        var query = new java.util.HashMap<String, Object>(Map.of("limit", 2));
        for (String cursor = ""; cursor != null; ) {
            query.put("cursor", cursor);
            var page = get(PATH, query).jsonPath();
            seen.addAll(page.getList("points.unrealizedPnl"));
            cursor = page.getString("nextCursor");
        }

        assertThat(seen).containsExactly("6", "5", "4", "3", "2", "1", "0");
    }

    @Test
    void spanBeginsWithFromAndEndsBeforeTo() {
        for (int i = 0; i < 5; i++) {
            seed.snapshot(Integer.toString(i), "paper", "PAPER", TIME.plusSeconds(i), Integer.toString(i), "CURRENT");
        }

        assertThat(gains(Map.of(
                        "from",
                        TIME.plusSeconds(1).toString(),
                        "to",
                        TIME.plusSeconds(3).toString())))
                .containsExactly("2", "1");
        assertThat(gains(Map.of("from", "2026-01-05T09:30:03.123456+05:30"))).containsExactly("4", "3");
        assertThat(gains(Map.of("to", TIME.toString()))).isEmpty();
        assertThat(gains(Map.of("from", "", "to", ""))).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({
        "from,   yesterday,            bad-parameter",
        "from,   2026-01-05,           bad-parameter",
        "to,     2026-01-05T04:00:00,  bad-parameter",
        "to,     -2000-01-01T00:00:00Z, bad-parameter",
        "to,     1970-01-01T00:00:00Z, bad-parameter",
        "limit,  0,                    bad-parameter",
        "limit,  501,                  bad-parameter",
        "cursor, nonsense,             bad-cursor"
    })
    void parameterThatCanNotBeUsedIsNamed(String field, String value, String problem) {
        var answer = get(PATH, Map.of(field, value));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:alpha-panda:problem:" + problem);
        assertThat(answer.jsonPath().getString("field")).isEqualTo(field);
        assertThat(answer.jsonPath().getString("value")).isEqualTo(value);
    }

    @Test
    void cursorOfAnotherSpanOrListIsNone() {
        for (int i = 0; i < 3; i++) {
            seed.snapshot(Integer.toString(i), "paper", "PAPER", TIME.plusSeconds(i), "1", "CURRENT");
        }
        var cursor = get(PATH, Map.of("limit", 1)).jsonPath().getString("nextCursor");

        assertThat(get(PATH, Map.of("cursor", cursor)).statusCode()).isEqualTo(200);
        assertThat(get(PATH, Map.of("cursor", cursor, "to", TIME.toString())).statusCode())
                .isEqualTo(400);
        assertThat(get("/api/v1/orders", Map.of("cursor", cursor)).statusCode()).isEqualTo(400);
    }

    @Test
    void unknownBrokerAndStrategyAreAnsweredWithThoseThereAre() {
        var broker = get("/api/v1/portfolios/zerodha/momentum/equity", Map.of());
        assertThat(broker.statusCode()).isEqualTo(404);
        assertThat(broker.jsonPath().getList("allowed")).containsExactly("paper", "paper-b");

        assertAnswer("/api/v1/portfolios/paper/nosuch/equity", 404, """
                {"type": "urn:alpha-panda:problem:unknown-strategy", "title": "No such strategy", "status": 404,
                 "detail": "strategy 'nosuch' has no portfolio at broker 'paper'",
                 "instance": "/api/v1/portfolios/paper/nosuch/equity",
                 "field": "strategy", "value": "nosuch", "allowed": ["momentum"]}""");
    }

    private static List<String> gains(Map<String, ?> query) {
        return get(PATH, query).jsonPath().getList("points.unrealizedPnl");
    }
}
