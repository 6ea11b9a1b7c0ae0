package io.alphapanda.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.stage.testing.Ledger;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Halting and resuming through the read layer.
@QuarkusTest
class TradingStateTest extends ApiTest {

    private static final String ALL = "/api/v1/trading-state";
    private static final String PAPER = "/api/v1/brokers/paper/trading-state";
    private static final Map<String, String> HALT = Map.of("state", "HALTED", "reason", "drill");

    @BeforeEach
    void nobodyIsHalted() {
        Ledger.rows("truncate trading_states, audit");
        FakeEngine.answers(200, """
                {"state": "HALTED", "broker": "paper", "acknowledged": true, "sending": [], "unknown": [], "cancelling": []}""");
    }

    private static Response put(String path, Object body) {
        return given().header("Authorization", "Bearer " + Access.token(Access.TRADER))
                .contentType("application/json")
                .body(body)
                .put(path);
    }

    private static List<List<String>> audit() {
        return Ledger.rows("select user_name, client, action, subject, detail->>'reason', outcome, words from audit");
    }

    @Test
    void aTradersHaltReachesTheEngineUnderTheirNameAndIsWrittenDown() {
        var answer = put(PAPER, HALT);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getBoolean("acknowledged")).isTrue();
        assertThat(FakeEngine.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.method()).isEqualTo("PUT");
            assertThat(asked.path()).isEqualTo("/brokers/paper/trading-state");
            assertThat(asked.authorization()).isEqualTo("Bearer " + FakeEngine.KEY);
            assertThat(asked.body().getMap())
                    .isEqualTo(Map.of("state", "HALTED", "reason", "drill", "by", Access.TRADER));
        });
        assertThat(audit())
                .containsExactly(
                        List.of(Access.TRADER, "127.0.0.1", "TRADING_STATE", "paper:*", "drill", "ACKNOWLEDGED", ""));
    }

    @Test
    void whatIsStillBeingSentIsNamed() {
        FakeEngine.answers(202, """
                {"broker": "paper", "acknowledged": false, "sending": ["o-1"], "unknown": ["o-2"], "cancelling": ["o-3"]}""");

        var answer = put(PAPER, Map.of("state", "REDUCING", "strategy", "momentum", "reason", "drill"));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.jsonPath().getString("lanes[0].sending[0]")).isEqualTo("o-1");
        assertThat(answer.jsonPath().getString("lanes[0].unknown[0]")).isEqualTo("o-2");
        assertThat(answer.jsonPath().getString("lanes[0].cancelling[0]")).isEqualTo("o-3");
        assertThat(audit().getFirst()).contains("paper:momentum", "HOLDS");
    }

    @Test
    void everyAccountIsHaltedByOneCommand() {
        FakeEngine.answers(202, """
                {"lanes": [{"broker": "paper", "acknowledged": true}, {"broker": "paper-b", "acknowledged": false}]}""");

        var answer = put(ALL, HALT);

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.jsonPath().getList("lanes.broker", String.class)).containsExactly("paper", "paper-b");
        assertThat(FakeEngine.asked()).singleElement().satisfies(asked -> assertThat(asked.path())
                .isEqualTo("/trading-state"));
        assertThat(audit().getFirst()).contains("*:*", "HOLDS", "not acknowledged yet: paper-b");
    }

    @Test
    void anEngineThatDoesNotTakeItIsToldAndWrittenDown() {
        FakeEngine.answers(401, "{}");
        assertThat(put(PAPER, HALT).jsonPath().getString("detail")).contains("panda.control.key");
        FakeEngine.answers(503, "{}");

        var answer = put(ALL, HALT);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:alpha-panda:problem:engine-away");
        assertThat(audit()).hasSize(2).allSatisfy(row -> assertThat(row).contains("REFUSED"));
    }

    @Test
    void whatCantBeMeantReachesNobody() {
        for (var command : List.of(
                Map.of("reason", "drill"),
                Map.of("state", "STOPPED", "reason", "drill"),
                Map.of("state", "HALTED"),
                Map.of("state", "HALTED", "reason", " "),
                Map.of("state", "HALTED", "reason", "one\r\nline more"),
                Map.of("state", "HALTED", "reason", "x".repeat(301)),
                Map.of("state", "ACTIVE", "reason", "drill", "strategy", "no such; name"),
                Map.of("state", "ACTIVE", "reason", "drill", "strategey", "momentum"),
                Map.of("state", "ACTIVE", "reason", "drill", "resolveAlarms", "perhaps"))) {
            assertThat(put(PAPER, command).statusCode()).as("%s", command).isEqualTo(400);
        }
        assertThat(put(ALL, Map.of("state", "ACTIVE", "reason", "drill", "resolveAlarms", true))
                        .statusCode())
                .isEqualTo(400);
        assertThat(put("/api/v1/brokers/nobody/trading-state", HALT).statusCode())
                .isEqualTo(404);
        assertThat(FakeEngine.asked()).isEmpty();
        assertThat(audit()).isEmpty();
    }

    @Test
    void theStrictestOfWhatWasSaidIsShown() {
        state("*", "", "REDUCING");
        state("paper", "", "HALTED");
        state("paper-b", "momentum", "HALTED");
        state("zerodha", "", "HALTED");

        var page = given().get(ALL).jsonPath();

        assertThat(page.getList("lanes.broker", String.class)).containsExactly("paper", "paper-b");
        assertThat(page.getList("lanes.state", String.class)).containsExactly("HALTED", "REDUCING");
        assertThat(page.getList("said")).hasSize(3);
        assertThat(page.getMap("said[0]"))
                .containsEntry("broker", null)
                .containsEntry("strategy", null)
                .containsEntry("changedBy", "tom");
    }

    private static void state(String broker, String strategy, String state) {
        Ledger.rows(
                "insert into trading_states (broker, strategy, state, version, reason, changed_by)"
                        + " values (?, ?, ?, 1, 'drill', 'tom')",
                broker,
                strategy,
                state);
    }

    @Test
    void theAuditIsListedNewestFirst() {
        put(PAPER, HALT);
        put(ALL, HALT);

        var first = given().queryParam("limit", "1").get("/api/v1/audit").jsonPath();

        assertThat(first.getString("entries[0].subject")).isEqualTo("*:*");
        assertThat(first.getMap("entries[0].detail")).isEqualTo(Map.of("state", "HALTED", "reason", "drill"));
        var second = given().queryParam("cursor", first.getString("nextCursor"))
                .get("/api/v1/audit")
                .jsonPath();
        assertThat(second.getString("entries[0].subject")).isEqualTo("paper:*");
        assertThat(second.getString("nextCursor")).isNull();
        assertThat(given().queryParam("user", "vera")
                        .get("/api/v1/audit")
                        .jsonPath()
                        .getList("entries"))
                .isEmpty();
        assertThat(given().queryParam("cursor", "x").get("/api/v1/audit").statusCode())
                .isEqualTo(400);
    }
}
