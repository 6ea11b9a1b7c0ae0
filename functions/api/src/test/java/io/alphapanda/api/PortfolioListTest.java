package io.alphapanda.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PortfolioListTest extends ApiTest {

    private static final String PATH = "/api/v1/portfolios";

    @Test
    void anEmptyHouseHasNoPortfolios() {
        assertAnswer(PATH, 200, """
                {"portfolios": [], "nextCursor": null}""");
    }

    @Test
    void everyPortfolioSaysWhoseItIsAndOfWhatKind() {
        seed.portfolio("paper-b", "rsi", "500000", "500000", "0", "0", 0);
        seed.portfolio("paper", "momentum", "1000000", "998994.5000000000", "12.50", "7", 3);
        seed.position("paper", "momentum", "NSE:TCS", "10", "1005.00", "12.50", "7", 3);
        seed.position("paper", "momentum", "SIM:AAA", "-2", "-40", "0", "0", 1);

        assertAnswer(PATH, 200, """
                {"portfolios": [
                   {"broker": "paper", "kind": "paper", "reality": "PAPER", "simulated": true, "strategy": "momentum",
                    "currencies": ["INR"], "startingCash": "1000000", "cash": "998994.5", "realizedPnl": "12.5",
                    "fees": "7", "positionsCost": "965", "version": 3, "changedAt": "2026-01-05T04:00:00Z"},
                   {"broker": "paper-b", "kind": "paper", "reality": "PAPER", "simulated": true, "strategy": "rsi",
                    "currencies": [], "startingCash": "500000", "cash": "500000", "realizedPnl": "0",
                    "fees": "0", "positionsCost": "0", "version": 0, "changedAt": "2026-01-05T04:00:00Z"}],
                 "nextCursor": null}""");
    }

    @Test
    void costsInSeveralCurrenciesAreNotAddedUp() {
        seed.portfolio("paper", "both", "1000", "800", "0", "0", 2);
        seed.position("paper", "both", "NSE:TCS", "1", "100", "0", "0", 1);
        seed.position("paper", "both", "BITSTAMP:BTCUSD", "1", "100", "0", "0", 1);

        var row = get(PATH, Map.of()).jsonPath();
        assertThat(row.getList("portfolios[0].currencies", String.class)).containsExactly("INR", "USD");
        assertThat(row.getString("portfolios[0].positionsCost")).isNull();
    }

    @Test
    void portfoliosOfABrokerThatIsNotActiveAreNotShown() {
        seed.portfolio("zerodha", "momentum", "1", "1", "0", "0", 0);

        assertAnswer(PATH, 200, """
                {"portfolios": [], "nextCursor": null}""");
    }

    @Test
    void pagingShowsEachPortfolioOnce() {
        var expected = new ArrayList<String>();
        for (var broker : List.of("paper", "paper-b")) {
            for (int i = 1; i <= 5; i++) {
                seed.portfolio(broker, "s" + i, "1", "1", "0", "0", 0);
                expected.add(broker + "/s" + i);
            }
        }

        var seen = new ArrayList<String>();
        var query = new HashMap<String, String>(Map.of("limit", "3"));
        JsonPath page;
        do {
            page = get(PATH, query).jsonPath();
            for (Map<String, String> row : page.<Map<String, String>>getList("portfolios")) {
                seen.add(row.get("broker") + "/" + row.get("strategy"));
            }
            query.put("cursor", page.getString("nextCursor"));
        } while (page.getString("nextCursor") != null);

        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void aLimitOutOfBoundsNamesTheBounds() {
        for (var limit : List.of("0", "501", "-1", "many", "99999999999")) {
            assertAnswer(PATH, 400, """
                    {"type": "urn:alpha-panda:problem:bad-parameter", "title": "A parameter can't be used",
                     "status": 400, "detail": "limit '%s' must be a whole number from 1 to 500",
                     "instance": "/api/v1/portfolios", "field": "limit", "value": "%s", "allowed": ["1..500"]}""".formatted(limit, limit), Map.of("limit", limit));
        }
    }

    @Test
    void aMalformedCursorIsRefused() {
        for (var cursor : List.of("nonsense", "%%%", "b3JkZXJzCjIwMjYtMDEtMDVUMDQ6MDA6MDBaCng")) {
            assertAnswer(PATH, 400, """
                    {"type": "urn:alpha-panda:problem:bad-cursor", "title": "The cursor can't be used", "status": 400,
                     "detail": "cursor must be the nextCursor of an earlier page of the same list",
                     "instance": "/api/v1/portfolios", "field": "cursor", "value": "%s"}""".replace("%s", cursor), Map.of("cursor", cursor));
        }
    }
}
