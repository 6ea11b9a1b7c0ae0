package io.alphapanda.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InstrumentsTest extends ApiTest {

    private static final String PATH = "/api/v1/instruments/NSE:TCS/prices";
    private static final Instant MINUTE = Instant.parse("2026-01-05T04:00:00Z");

    private void bar(int minute, String prices, long traded, int first, int last, String stream) {
        seed.bar("NSE:TCS", MINUTE.plusSeconds(60L * minute), prices, traded, first, last, stream);
    }

    @Test
    void barsAreToldOldestFirstWithWhatWasTradedInEach() {
        seed.mark("NSE:TCS", "101.5", "2026-01-05T04:29:30Z");
        bar(1, "100.5|103|100|102", 150, 5, 9, "nse-1");
        bar(0, "100|101|99.5|100.5", 100, 1, 4, "nse-1");
        bar(2, "102|102|101.5|101.5", 40, 1, 1, "nse-2");

        assertAnswer(PATH, 200, """
                {"last": {"instrument": "NSE:TCS", "currency": "INR", "price": "101.5", "time": "2026-01-05T04:29:30Z",
                          "ageSeconds": 30, "stream": "test-1"},
                 "bars": [
                   {"time": "2026-01-05T04:00:00Z", "open": "100", "high": "101", "low": "99.5", "close": "100.5",
                    "volume": null, "ticks": 4, "stream": "nse-1"},
                   {"time": "2026-01-05T04:01:00Z", "open": "100.5", "high": "103", "low": "100", "close": "102",
                    "volume": "50", "ticks": 5, "stream": "nse-1"},
                   {"time": "2026-01-05T04:02:00Z", "open": "102", "high": "102", "low": "101.5", "close": "101.5",
                    "volume": null, "ticks": 1, "stream": "nse-2"}]}""");
    }

    @Test
    void aPeriodNarrows() {
        for (int minute = 0; minute < 5; minute++) {
            bar(minute, "1|1|1|1", 0, minute + 1, minute + 1, "nse-1");
        }

        var bars = get(PATH, Map.of("from", "2026-01-05T04:01:00Z", "to", "2026-01-05T04:03:00Z"))
                .jsonPath();

        assertThat(bars.getList("bars.time")).containsExactly("2026-01-05T04:01:00Z", "2026-01-05T04:02:00Z");
        assertThat(bars.getString("last.price")).isNull();
    }

    @Test
    void aBarThatCantBeReadIsLeftOut() {
        bar(0, "1|1|1|1", 0, 1, 1, "nse-1");
        redis.sortedSet(String.class).zadd("market:bars:NSE:TCS", MINUTE.getEpochSecond() + 60, "gossip");

        assertThat(get(PATH, Map.of()).jsonPath().getList("bars")).hasSize(1);
    }

    @Test
    void whoHasTheAnswerIsToldNoMoreThanThatNothingHasChanged() {
        bar(0, "1|1|1|1", 0, 1, 1, "nse-1");
        var first = get(PATH, Map.of());
        var tag = first.header("ETag");
        assertThat(tag).startsWith("W/\"");
        assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");

        var again = given().header("If-None-Match", "\"other\", " + tag).get(PATH);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.asString()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(tag);

        bar(1, "1|1|1|1", 0, 2, 2, "nse-1");
        var changed = given().header("If-None-Match", tag).get(PATH);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.jsonPath().getList("bars")).hasSize(2);
    }

    @Test
    void instrumentsTellTheirLastPriceAndWhoTradesThem() {
        seed.position("paper", "momentum", "NSE:TCS", "10", "1000", "0", "5", 1);
        seed.position("paper-b", "rsi", "NSE:TCS", "10", "1000", "0", "5", 1);
        seed.position("zerodha", "rsi", "NSE:HDFC", "10", "1000", "0", "5", 1);
        seed.strategy("momentum", """
                {"instruments": ["NSE:INFY", "NSE:TCS", "no instrument"]}""");
        seed.mark("NSE:TCS", "110", "2026-01-05T04:29:48Z");
        seed.mark("SIM:GOLD", "7", "2026-01-05T04:29:00Z");

        assertAnswer("/api/v1/instruments", 200, """
                {"instruments": [
                   {"instrument": "NSE:INFY", "assetClass": "equity", "currency": "INR", "price": null, "time": null,
                    "ageSeconds": null, "stream": null, "brokers": [], "strategies": ["momentum"]},
                   {"instrument": "NSE:TCS", "assetClass": "equity", "currency": "INR", "price": "110",
                    "time": "2026-01-05T04:29:48Z", "ageSeconds": 12, "stream": "test-1", "brokers": ["paper", "paper-b"],
                    "strategies": ["momentum", "rsi"]},
                   {"instrument": "SIM:GOLD", "assetClass": "equity", "currency": "INR", "price": "7",
                    "time": "2026-01-05T04:29:00Z", "ageSeconds": 60, "stream": "test-1", "brokers": [],
                    "strategies": []}]}""");
    }

    @Test
    void anInstrumentWithoutAPriceOrThatIsNoneIsAProblem() {
        assertAnswer(PATH, 404, """
                {"type": "urn:alpha-panda:problem:unknown-instrument", "title": "No such instrument", "status": 404,
                 "detail": "no price of instrument 'NSE:TCS' has come; GET /api/v1/instruments lists those there are",
                 "instance": "/api/v1/instruments/NSE:TCS/prices", "field": "instrument", "value": "NSE:TCS"}""");
        assertThat(get(PATH, Map.of()).header("ETag")).as("of a problem").isNull();
        for (var bad : new String[] {"TCS", "nse:tcs*", "NSE:"}) {
            var answer = get("/api/v1/instruments/" + bad + "/prices", Map.of());
            assertThat(answer.statusCode()).as(bad).isEqualTo(400);
            assertThat(answer.jsonPath().getString("field")).isEqualTo("instrument");
        }
        assertThat(get(PATH, Map.of("from", "x")).jsonPath().getString("field")).isEqualTo("from");
    }
}
