package io.alphapanda.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StrategiesTest extends ApiTest {

    private static final String PATH = "/api/v1/strategies";

    @Test
    void aStrategyTellsWhereItTrades() {
        seed.strategy("rsi", """
                {"id": "rsi", "type": "rsi", "enabled": false, "brokers": ["paper-b", "elsewhere"]}""");
        seed.strategy("momentum", """
                {"id": "momentum", "type": "momentum", "live": true, "brokers": ["paper", "paper-b", "zerodha"],
                 "parameters": {"lookback": 20}}""");

        assertAnswer(PATH, 200, """
                {"strategies": [
                   {"id": "momentum", "version": 7, "enabled": true, "live": true, "brokers": ["paper", "paper-b"],
                    "definition": {"id": "momentum", "type": "momentum", "live": true,
                      "brokers": ["paper", "paper-b", "zerodha"], "parameters": {"lookback": 20}},
                    "source": "file momentum.yaml", "changedAt": "2026-01-05T03:00:00Z"},
                   {"id": "rsi", "version": 7, "enabled": false, "live": false, "brokers": ["paper-b"],
                    "definition": {"id": "rsi", "type": "rsi", "enabled": false, "brokers": ["paper-b", "elsewhere"]},
                    "source": "file momentum.yaml", "changedAt": "2026-01-05T03:00:00Z"}]}""");
        assertThat(get(PATH + "/rsi", Map.of()).jsonPath().getString("id")).isEqualTo("rsi");
    }

    @Test
    void anUndefinedStrategySaysSo() {
        var answer = get(PATH + "/nosuch", Map.of());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:alpha-panda:problem:unknown-strategy");
        assertThat(get(PATH + "/" + "x".repeat(251), Map.of()).statusCode()).isEqualTo(400);
    }
}
