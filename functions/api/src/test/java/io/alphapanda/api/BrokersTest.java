package io.alphapanda.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BrokersTest extends ApiTest {

    private static final String PATH = "/api/v1/brokers";

    @Test
    void anAccountTellsWhatItIsWhatItMayAndWhoTradesThere() {
        seed.strategy("momentum", """
                {"id": "momentum", "type": "momentum", "brokers": ["paper"], "assetClasses": ["equity"], "size": 10}""");
        seed.strategy("asleep", """
                {"id": "asleep", "type": "momentum", "enabled": false, "brokers": ["paper"], "assetClasses": ["equity"],
                 "size": 10}""");
        seed.strategy("broken");
        seed.tradingState("paper", "momentum", "HALTED");
        seed.tradingState("*", "", "REDUCING");

        assertAnswer(PATH + "/paper", 200, """
                {"broker": "paper", "kind": "paper", "reality": "PAPER", "simulated": true, "tradingState": "REDUCING",
                 "states": [
                   {"broker": null, "strategy": null, "state": "REDUCING", "version": 1, "reason": "for a test",
                    "changedBy": "somebody", "changedAt": "2026-01-05T04:00:00Z"},
                   {"broker": "paper", "strategy": "momentum", "state": "HALTED", "version": 1, "reason": "for a test",
                    "changedBy": "somebody", "changedAt": "2026-01-05T04:00:00Z"}],
                 "session": {"broker": "paper", "kind": "paper", "reality": "PAPER", "state": "NOT_NEEDED", "userId": null,
                    "openedAt": null, "expiresAt": null, "endedAt": null, "endedWhy": null, "login": null},
                 "startingCash": "1000000",
                 "limits": {"maxPosition": "1000", "maxDailyTrades": 50, "priceCollarBps": 1000, "maxOrderValue": "1000000"},
                 "costs": {"slippageBps": 5, "charges": "flat", "commissionBps": 10, "product": null},
                 "strategies": ["momentum"]}""");
    }

    @Test
    void everyActiveAccountIsListed() {
        var listed = get(PATH, Map.of()).jsonPath();

        assertThat(listed.getList("brokers.broker")).containsExactly("paper", "paper-b");
        assertThat(listed.getList("brokers.tradingState")).containsExactly("ACTIVE", "ACTIVE");
        assertThat(get(PATH + "/paper/session", Map.of()).statusCode()).isEqualTo(200);
        assertThat(get(PATH + "/nosuch", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void marketsTellTodayAndTheNextSession() {
        var markets = get("/api/v1/calendar", Map.of()).jsonPath();

        assertThat(markets.getList("markets.venue")).containsExactly("BITSTAMP", "NSE", "SIM", "US");
        assertThat(markets.getMap("markets.find { it.venue == 'NSE' }"))
                .containsEntry("date", "2026-01-05")
                .containsEntry("day", "TRADING")
                .containsEntry("open", true)
                .containsEntry("closes", "2026-01-05T10:00:00Z")
                .containsEntry("nextOpen", "2026-01-06T03:45:00Z")
                .containsEntry("words", "open until 15:30 (Asia/Kolkata)");
        assertThat(markets.getList("markets.find { it.venue == 'NSE' }.holidays"))
                .contains("2026-01-26");
        assertThat(markets.getMap("markets.find { it.venue == 'NSE' }.extraSessions"))
                .containsKey("2026-02-01");

        var holiday =
                get("/api/v1/calendar", Map.of("at", "2026-01-26T04:30:00Z")).jsonPath();
        assertThat(holiday.getString("markets.find { it.venue == 'NSE' }.day")).isEqualTo("HOLIDAY");
        assertThat(get("/api/v1/calendar", Map.of("at", "noon")).jsonPath().getString("field"))
                .isEqualTo("at");
    }
}
