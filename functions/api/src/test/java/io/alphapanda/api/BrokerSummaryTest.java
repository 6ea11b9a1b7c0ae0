package io.alphapanda.api;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BrokerSummaryTest extends ApiTest {

    private static final String PATH = "/api/v1/portfolios/paper/summary";

    @Test
    void totalsAreKeptPerCurrency() {
        seed.portfolio("paper", "momentum", "1000000", "998995", "0", "5", 1);
        seed.position("paper", "momentum", "NSE:TCS", "10", "1000", "0", "5", 1);
        seed.portfolio("paper", "rsi", "1000000", "1000200", "20", "20", 3);
        seed.position("paper", "rsi", "NSE:TCS", "-2", "-200", "0", "10", 1);
        seed.position("paper", "rsi", "NSE:INFY", "0", "0", "20", "10", 2);
        seed.portfolio("paper", "breakout", "1000", "900", "0", "0", 1);
        seed.position("paper", "breakout", "BITSTAMP:BTCUSD", "0.25", "100", "0", "0", 1);
        seed.portfolio("paper-b", "momentum", "7", "7", "0", "0", 0);
        seed.mark("NSE:TCS", "101", "2026-01-05T04:29:50Z");
        seed.mark("BITSTAMP:BTCUSD", "480", "2026-01-05T04:29:00Z");
        seed.mark("NSE:INFY", "1", "2025-01-05T04:29:00Z");

        assertAnswer(PATH, 200, """
                {"broker": "paper", "kind": "paper", "reality": "PAPER", "simulated": true, "totals": [
                   {"currency": "INR", "portfolios": 2, "positions": 2, "startingCash": "2000000",
                    "cash": "1999195", "realizedPnl": "20", "unrealizedPnl": "8", "fees": "25", "equity": "2000003"},
                   {"currency": "USD", "portfolios": 1, "positions": 1, "startingCash": "1000",
                    "cash": "900", "realizedPnl": "0", "unrealizedPnl": "20", "fees": "0", "equity": "1020"}],
                 "portfolios": 3, "positions": 3, "unsummed": [], "unmarked": [],
                 "oldestMark": {"instrument": "BITSTAMP:BTCUSD", "price": "480", "time": "2026-01-05T04:29:00Z",
                                "ageSeconds": 60}}""");
    }

    @Test
    void whatHasNoMarkIsValuedAtCostAndNamed() {
        seed.portfolio("paper", "momentum", "1000", "600", "0", "0", 2);
        seed.position("paper", "momentum", "NSE:TCS", "3", "300", "0", "0", 1);
        seed.position("paper", "momentum", "SIM:AAA", "1", "100", "0", "0", 1);
        seed.mark("NSE:TCS", "90", "2026-01-05T04:30:00Z");

        assertAnswer(PATH, 200, """
                {"broker": "paper", "kind": "paper", "reality": "PAPER", "simulated": true, "totals": [
                   {"currency": "INR", "portfolios": 1, "positions": 2, "startingCash": "1000", "cash": "600",
                    "realizedPnl": "0", "unrealizedPnl": "-30", "fees": "0", "equity": "970"}],
                 "portfolios": 1, "positions": 2, "unsummed": [], "unmarked": ["SIM:AAA"],
                 "oldestMark": {"instrument": "NSE:TCS", "price": "90", "time": "2026-01-05T04:30:00Z",
                                "ageSeconds": 0}}""");
    }

    @Test
    void aPortfolioWithoutOneCurrencyIsInNoTotal() {
        seed.portfolio("paper", "both", "1000", "800", "0", "0", 2);
        seed.position("paper", "both", "NSE:TCS", "1", "100", "0", "0", 1);
        seed.position("paper", "both", "BITSTAMP:BTCUSD", "1", "100", "0", "0", 1);
        seed.portfolio("paper", "fresh", "1000", "1000", "0", "0", 0);

        assertAnswer(PATH, 200, """
                {"broker": "paper", "kind": "paper", "reality": "PAPER", "simulated": true, "totals": [], "portfolios": 2, "positions": 2,
                 "unsummed": [{"strategy": "both", "currencies": ["INR", "USD"]},
                              {"strategy": "fresh", "currencies": []}],
                 "unmarked": ["BITSTAMP:BTCUSD", "NSE:TCS"], "oldestMark": null}""");
    }

    @Test
    void aBrokerThatNeverTradedHasNoTotals() {
        assertAnswer("/api/v1/portfolios/paper-b/summary", 200, """
                {"broker": "paper-b", "kind": "paper", "reality": "PAPER", "simulated": true, "totals": [], "portfolios": 0,
                 "positions": 0, "unsummed": [], "unmarked": [], "oldestMark": null}""");
    }

    @Test
    void anUnknownBrokerIsAnsweredWithThoseThereAre() {
        assertAnswer("/api/v1/portfolios/live/summary", 404, """
                {"type": "urn:alpha-panda:problem:unknown-broker", "title": "No such broker", "status": 404,
                 "detail": "broker 'live' is not active here; active are paper, paper-b",
                 "instance": "/api/v1/portfolios/live/summary",
                 "field": "broker", "value": "live", "allowed": ["paper", "paper-b"]}""");
    }
}
