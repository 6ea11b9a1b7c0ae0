package io.alphapanda.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PortfolioDetailTest extends ApiTest {

    private static final String PATH = "/api/v1/portfolios/paper/momentum";

    private void ledger() {
        seed.portfolio("paper", "momentum", "1000000", "999004.50", "12.50", "8", 3);
        seed.position("paper", "momentum", "NSE:INFY", "0", "0", "12.50", "1", 2);
        seed.position("paper", "momentum", "NSE:TCS", "10", "1000", "0", "7", 1);
    }

    private void views() {
        seed.portfolioView("paper", "momentum", """
                {"broker":"paper","strategy":"momentum","startingCash":"1000000","cash":"999003.50",\
                "realizedPnl":"12.50","fees":"9","version":4}""");
        seed.positionView("paper", "NSE:INFY", "momentum", """
                {"quantity":"0","cost":"0","realizedPnl":"12.50","fees":"1","sequence":2}""");
        seed.positionView("paper", "NSE:TCS", "momentum", """
                {"quantity":"-10","cost":"-1000.0","realizedPnl":"0","fees":"8","sequence":2}""");
    }

    @Test
    void thePortfolioComesFromTheViews() {
        ledger();
        views();
        seed.mark("NSE:TCS", "99.50", "2026-01-05T04:29:58.5Z");

        assertAnswer(PATH, 200, """
                {"broker": "paper", "kind": "paper", "reality": "PAPER", "simulated": true, "strategy": "momentum", "source": "view",
                 "currencies": ["INR"], "startingCash": "1000000", "cash": "999003.5", "realizedPnl": "12.5",
                 "fees": "9", "positionsCost": "-1000", "version": 4, "positions": [
                   {"instrument": "NSE:INFY", "currency": "INR", "signedQuantity": "0", "averageEntryPrice": null,
                    "cost": "0", "realizedPnl": "12.5", "fees": "1", "markPrice": null, "markTime": null,
                    "unrealizedPnl": "0"},
                   {"instrument": "NSE:TCS", "currency": "INR", "signedQuantity": "-10", "averageEntryPrice": "100",
                    "cost": "-1000", "realizedPnl": "0", "fees": "8", "markPrice": "99.5",
                    "markTime": "2026-01-05T04:29:58.500Z", "unrealizedPnl": "5"}]}""");
    }

    @Test
    void theLedgerAnswersWhereThereIsNoView() {
        ledger();

        assertAnswer(PATH, 200, """
                {"broker": "paper", "kind": "paper", "reality": "PAPER", "simulated": true, "strategy": "momentum", "source": "ledger",
                 "currencies": ["INR"], "startingCash": "1000000", "cash": "999004.5", "realizedPnl": "12.5",
                 "fees": "8", "positionsCost": "1000", "version": 3, "positions": [
                   {"instrument": "NSE:INFY", "currency": "INR", "signedQuantity": "0", "averageEntryPrice": null,
                    "cost": "0", "realizedPnl": "12.5", "fees": "1", "markPrice": null, "markTime": null,
                    "unrealizedPnl": "0"},
                   {"instrument": "NSE:TCS", "currency": "INR", "signedQuantity": "10", "averageEntryPrice": "100",
                    "cost": "1000", "realizedPnl": "0", "fees": "7", "markPrice": null, "markTime": null,
                    "unrealizedPnl": null}]}""");
    }

    @Test
    void halfAViewIsNoView() {
        ledger();
        views();
        redis.key().del("paper:positions:NSE:TCS");

        assertThat(get(PATH, Map.of()).jsonPath().getString("source")).isEqualTo("ledger");
    }

    @Test
    void anUnreadableViewIsNoView() {
        ledger();
        views();
        for (var broken : new String[] {"{", "{}", "[]", "{\"quantity\":\"ten\"}"}) {
            seed.positionView("paper", "NSE:TCS", "momentum", broken);
            assertThat(get(PATH, Map.of()).jsonPath().getString("source")).isEqualTo("ledger");
        }
    }

    @Test
    void anUnreadableMarkIsNoMark() {
        ledger();
        redis.value(String.class).set("market:last:NSE:TCS", "{\"price\":\"-1\"}");

        assertThat(get(PATH, Map.of()).jsonPath().getString("positions[1].markPrice"))
                .isNull();
    }

    @Test
    void anotherBrokersViewIsNeverRead() {
        ledger();
        seed.portfolio("paper-b", "momentum", "5", "5", "0", "0", 0);
        views();

        var other = get("/api/v1/portfolios/paper-b/momentum", Map.of()).jsonPath();
        assertThat(other.getString("source")).isEqualTo("ledger");
        assertThat(other.getString("cash")).isEqualTo("5");
    }

    @Test
    void anUnknownBrokerIsAnsweredWithThoseThereAre() {
        assertAnswer("/api/v1/portfolios/zerodha/momentum", 404, """
                {"type": "urn:alpha-panda:problem:unknown-broker", "title": "No such broker", "status": 404,
                 "detail": "broker 'zerodha' is not active here; active are paper, paper-b",
                 "instance": "/api/v1/portfolios/zerodha/momentum",
                 "field": "broker", "value": "zerodha", "allowed": ["paper", "paper-b"]}""");
    }

    @Test
    void anUnknownStrategyIsAnsweredWithThoseThereAre() {
        ledger();
        for (var unknown : new String[] {"nosuch", "MOMENTUM", "%20"}) {
            var problem = get("/api/v1/portfolios/paper/" + unknown, Map.of());
            assertThat(problem.statusCode()).isEqualTo(404);
        }
        assertAnswer("/api/v1/portfolios/paper/nosuch", 404, """
                {"type": "urn:alpha-panda:problem:unknown-strategy", "title": "No such strategy", "status": 404,
                 "detail": "strategy 'nosuch' has no portfolio at broker 'paper'",
                 "instance": "/api/v1/portfolios/paper/nosuch",
                 "field": "strategy", "value": "nosuch", "allowed": ["momentum"]}""");
    }
}
