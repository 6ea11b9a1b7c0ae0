package io.alphapanda.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExplainTest extends ApiTest {

    private static final String IDEA = "nse-1/momentum/NSE:TCS/4711";
    private static final Instant DUE = Instant.parse("2026-01-05T04:00:00.25Z");

    /// Filled by two fills on paper, denied in the other lane.
    private void idea() {
        seed.signal(IDEA + "@paper", "paper", "momentum", IDEA, null, DUE.plusMillis(30));
        seed.signal(IDEA + "@paper-b", "paper-b", "momentum", IDEA, "POSITION_LIMIT", DUE.plusMillis(45));
        seed.signal(IDEA + "@zerodha", "zerodha", "momentum", IDEA, null, DUE.plusMillis(45));
        var order = IDEA + "@paper/1";
        seed.order(order, "paper", "momentum", IDEA, "FILLED", "10", "1008", null, DUE.plusMillis(60));
        seed.orderFor(order, IDEA + "@paper");
        seed.transition(order, 2, "FILLED", null, DUE.plusMillis(80));
        seed.transition(order, 1, "SUBMITTED", null, DUE.plusMillis(60));
        seed.fill(order + "/fill/2", order, "paper", "momentum", 2, "6", "101.00", "0.60", DUE.plusMillis(80));
        seed.fill(order + "/fill/1", order, "paper", "momentum", 1, "4", "100.50", "0.40", DUE.plusMillis(70));
        seed.booking(order + "/fill/1", "paper", "momentum", "-402.40", "12.5", DUE.plusMillis(95));
    }

    @Test
    void anIdeaIsTracedFromItsTickToItsProfitInEveryActiveLane() {
        idea();

        var answer = get("/api/v1/explain/" + IDEA, Map.of());

        assertThat(answer.statusCode()).isEqualTo(200);
        var json = answer.jsonPath();
        assertThat(json.getMap("idea"))
                .containsEntry("correlationId", IDEA)
                .containsEntry("reason", "fast above slow")
                .containsEntry("tickOrdinal", 4711)
                .containsEntry("referencePrice", "100.5")
                .containsEntry("definition", 3);
        assertThat(json.<String>getList("lanes.execution.broker")).containsExactly("paper", "paper-b");
        assertThat(json.<String>getList("lanes.execution.outcome")).containsExactly("FILLED", "REJECTED");
        assertThat(json.getMap("lanes[0].execution"))
                .containsEntry("reality", "PAPER")
                .containsEntry("filledQuantity", "10")
                .containsEntry("averagePrice", "100.8")
                .containsEntry("fees", "1")
                .containsEntry("realized", "12.5")
                .containsEntry("failure", null);
        assertThat(json.getFloat("lanes[0].execution.slippageBps")).isEqualTo(29.85f);
        assertThat(json.getMap("lanes[0].execution.delays"))
                .isEqualTo(Map.of("decided", 30, "ordered", 60, "filled", 70, "booked", 95));
        assertThat(json.<Integer>getList("lanes[0].orders[0].transitions.version"))
                .containsExactly(1, 2);
        assertThat(json.<String>getList("lanes[0].orders[0].fills.id"))
                .containsExactly(IDEA + "@paper/1/fill/1", IDEA + "@paper/1/fill/2");
        assertThat(json.<String>getList("lanes[0].orders[0].fills.cashChange")).containsExactly("-402.4", null);
        assertThat(json.<String>getList("lanes[1].decision.verdicts.rule"))
                .containsExactly("trading-state", "position");
        assertThat(json.getString("lanes[1].execution.failure")).isEqualTo("POSITION_LIMIT");
        assertThat(json.getList("lanes[1].orders")).isEmpty();
    }

    @Test
    void anIdMayBeWrittenWithEscapedSlashes() {
        idea();

        var escaped = given().urlEncodingEnabled(false).get("/api/v1/explain/nse-1%2Fmomentum%2FNSE%3ATCS%2F4711");

        assertThat(escaped.statusCode()).isEqualTo(200);
        assertThat(escaped.jsonPath().getString("idea.correlationId")).isEqualTo(IDEA);
    }

    @Test
    void anUnknownIdeaSaysSo() {
        assertAnswer("/api/v1/explain/nosuch", 404, """
                {"type": "urn:alpha-panda:problem:unknown-signal", "title": "No such signal", "status": 404,
                 "detail": "risk of no active broker has decided on a signal of this correlation id; every signal, order and fill carries its own",
                 "instance": "/api/v1/explain/nosuch", "field": "correlationId", "value": "nosuch"}""");
        assertThat(get("/api/v1/explain/" + "x".repeat(251), Map.of()).statusCode())
                .isEqualTo(400);
    }

    @Test
    void anOrdersLifeIsItsStepsAndFills() {
        idea();

        var life = get("/api/v1/orders/" + IDEA + "@paper/1", Map.of());

        assertThat(life.statusCode()).isEqualTo(200);
        assertThat(life.jsonPath().getString("order.id")).isEqualTo(IDEA + "@paper/1");
        assertThat(life.jsonPath().<String>getList("transitions.status")).containsExactly("SUBMITTED", "FILLED");
        assertThat(life.jsonPath().<String>getList("fills.quantity")).containsExactly("4", "6");
    }

    @Test
    void anUnknownOrderSaysSo() {
        seed.order("hidden", "zerodha", "momentum", IDEA, "FILLED", "10", "1008", null, DUE);

        for (var id : new String[] {"nosuch", "hidden"}) {
            var answer = get("/api/v1/orders/" + id, Map.of());
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:alpha-panda:problem:unknown-order");
        }
    }
}
