package io.alphapanda.engine.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.event.SignalValidated;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.signal.LaneSignal;
import io.alphapanda.engine.live.FakeBroker;
import io.alphapanda.engine.live.FakeBroker.Treatment;
import io.alphapanda.engine.live.TradingStatesForgotten;
import io.alphapanda.stage.testing.Await;
import io.alphapanda.stage.testing.Door;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.Ledger;
import io.alphapanda.stage.testing.Signals;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A lane's books against its broker's, at a broker in memory.
@QuarkusTest
@QuarkusTestResource(House.class)
@TestProfile(ReconcileTest.OneLiveLane.class)
class ReconcileTest {

    public static final class OneLiveLane implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "active.brokers", "paper,paper-b",
                    "panda.brokers.paper-b.kind", "fake",
                    "panda.brokers.paper-b.clock", "signal",
                    "panda.engine.reconcile-again-seconds", "1",
                    "panda.engine.read-every-millis", "200");
        }
    }

    private static final String LANE = "paper-b";
    private static final InstrumentId TCS = InstrumentId.of("NSE:TCS");

    @Inject
    RedisDataSource redis;

    private final FakeBroker broker = FakeBroker.of(LANE);

    @BeforeEach
    void everybodyBeginsAnew() {
        redis.value(String.class)
                .set(
                        "market:last:NSE:TCS",
                        "{\"price\":\"100\",\"time\":\"" + Signals.TIME + "\",\"ordinal\":1,\"stream\":\"test-1\"}");
        broker.forget();
        for (var table : List.of("fills", "order_transitions", "placements", "cancellations")) {
            Ledger.rows(
                    "delete from " + table
                            + " where order_id in (select id from orders where broker = ? and kind = 'fake')",
                    LANE);
        }
        Ledger.rows("delete from orders where broker = ? and kind = 'fake'", LANE);
        TradingStatesForgotten.everywhere();
        for (var table : List.of("alarms", "reconciliations")) {
            Ledger.rows("delete from " + table + " where broker = ?", LANE);
        }
    }

    @Test
    void booksThatAgreeAreEqual() {
        filled("agrees");

        var report = compare();

        assertThat(report.getString("outcome")).isEqualTo("EQUAL");
        assertThat(report.getString("cause")).isEqualTo("DEMAND");
        assertThat(report.getString("reality")).isEqualTo("SIMULATED");
        assertThat(report.getList("findings")).isEmpty();
        assertThat(Ledger.rows("select outcome, cause from reconciliations where broker = ?", LANE))
                .containsExactly(List.of("EQUAL", "DEMAND"));
    }

    @Test
    void aFillThatWasMissedIsBookedOnceAndNoDifference() {
        var signal = new Signals(LANE, "missed").next(Side.BUY, 10);
        post(signal);
        var order = awaitStatus(signal, "SUBMITTED");
        broker.unreadable(true);
        broker.fill(broker.tag(order), Quantity.of(10), Quantity.of(10), "t1");
        broker.unreadable(false);

        assertThat(compare().getString("outcome")).isEqualTo("EQUAL");
        assertThat(compare().getString("outcome")).isEqualTo("EQUAL");

        assertThat(Ledger.rows("select trade_id, quantity::int from fills where order_id = ?", order))
                .containsExactly(List.of("t1", "10"));
    }

    @Test
    void aDifferenceHaltsTheLaneAndIsAcceptedByWhoResolvesItsAlarm() {
        var signal = new Signals(LANE, "gone").next(Side.BUY, 10);
        post(signal);
        var order = awaitStatus(signal, "SUBMITTED");
        broker.lose(broker.tag(order));

        var report = compare();

        assertThat(report.getString("outcome")).isEqualTo("DIFFERENT");
        assertThat(report.getList("findings.code")).containsExactly("ORDER_MISSING_AT_BROKER");
        assertThat(report.getString("findings[0].subject")).isEqualTo(order);
        assertThat(report.getString("findings[0].weight")).isEqualTo("DIFFERENCE");
        assertThat(alarms()).containsExactly("RECONCILIATION_DIFFERS");
        assertThat(Ledger.rows("select state from trading_states where broker = ?", LANE))
                .containsExactly(List.of("HALTED"));
        assertThat(last().getString("outcome")).isEqualTo("DIFFERENT");

        resume();
        var accepted = compare();

        assertThat(accepted.getString("outcome")).isEqualTo("EQUAL");
        assertThat(accepted.getList("findings.weight")).containsExactly("ACCEPTED");
        assertThat(alarms()).isEmpty();
        assertThat(Ledger.rows("select state from trading_states where broker = ?", LANE))
                .containsExactly(List.of("ACTIVE"));
    }

    @Test
    void whatTheOwnerTradesByHandIsShownAndNothingFollows() {
        filled("beside-the-owner");
        broker.byHand(TCS, Side.BUY, Quantity.of(5));
        broker.byHand(InstrumentId.of("NSE:INFY"), Side.SELL, Quantity.of(2));

        var report = compare();

        assertThat(report.getString("outcome")).isEqualTo("EQUAL");
        assertThat(report.getList("findings.code"))
                .containsExactly("FOREIGN_POSITION", "FOREIGN_POSITION", "FOREIGN_ORDER", "FOREIGN_ORDER");
        assertThat(report.getList("findings.weight")).containsOnly("INFORMATION");
        assertThat(report.getString("findings[1].numbers.byHandToday")).isEqualTo("5");
        assertThat(alarms()).isEmpty();
    }

    @Test
    void aPositionNobodyCanExplainHaltsAndAnotherOneDoesSoAgain() {
        filled("unexplained");
        broker.carried(TCS, "3");
        var report = compare();
        assertThat(report.getList("findings.code")).containsExactly("POSITION_DIFFERS");
        assertThat(report.getString("findings[0].numbers.unexplained")).isEqualTo("3");
        resume();
        assertThat(compare().getString("outcome")).isEqualTo("EQUAL");

        broker.carried(TCS, "1");

        assertThat(compare().getString("outcome")).isEqualTo("DIFFERENT");
        assertThat(Ledger.rows("select state from trading_states where broker = ?", LANE))
                .containsExactly(List.of("HALTED"));
    }

    @Test
    void aDifferenceThatIsGoneAtTheSecondLookIsNone() {
        filled("in-flight");
        broker.onceOnly(TCS, "-10");

        assertThat(compare().getString("outcome")).isEqualTo("EQUAL");
    }

    @Test
    void aBrokerThatCannotBeReadIsToldOfWhenItLasts() {
        broker.unreadable(true);

        assertThat(compare().getString("words")).isEqualTo("503");
        assertThat(alarms()).isEmpty();
        assertThat(compare().getString("outcome")).isEqualTo("UNREADABLE");
        assertThat(alarms()).containsExactly("RECONCILIATION_UNREADABLE");
        assertThat(Ledger.count("select count(*) from trading_states where broker = ?", LANE))
                .isZero();

        broker.unreadable(false);
        assertThat(compare().getString("outcome")).isEqualTo("EQUAL");
        assertThat(alarms()).isEmpty();
    }

    @Test
    void whoAsksWhileALaneIsComparedIsToldSo() {
        filled("twice");
        broker.carried(TCS, "3");

        List<Integer> both;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            both = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> ask(LANE).statusCode(), threads))
                    .limit(2)
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }

        assertThat(both).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void onlyLiveLanesHaveABrokerToCompareWith() {
        assertThat(ask("paper").statusCode()).isEqualTo(404);
        assertThat(ask("paper").jsonPath().getString("detail"))
                .isEqualTo("broker 'paper' is no live account that is active here; active: paper-b");
        assertThat(RestAssured.get("/brokers/paper-b/reconciliation").statusCode())
                .isEqualTo(404);
    }

    private String filled(String strategy) {
        broker.treat(strategy, Treatment.FILL);
        var signal = new Signals(LANE, strategy).next(Side.BUY, 10);
        post(signal);
        return awaitStatus(signal, "FILLED");
    }

    private static JsonPath compare() {
        var answer = ask(LANE);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.jsonPath();
    }

    private static Response ask(String lane) {
        return RestAssured.post("/brokers/" + lane + "/reconciliation");
    }

    private static JsonPath last() {
        return RestAssured.get("/brokers/" + LANE + "/reconciliation").jsonPath();
    }

    private static void resume() {
        var answer = RestAssured.given()
                .contentType("application/json")
                .body("{\"state\":\"ACTIVE\",\"reason\":\"looked\",\"by\":\"test\",\"resolveAlarms\":true}")
                .put("/brokers/" + LANE + "/trading-state");
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private static List<String> alarms() {
        return Ledger.rows("select code from alarms where broker = ? and resolved_at is null order by id", LANE)
                .stream()
                .map(List::getFirst)
                .toList();
    }

    private static String awaitStatus(LaneSignal signal, String status) {
        var order = Ids.order(signal.id(), 1);
        Await.until(
                "order " + order + " is " + status, () -> Ledger.rows("select status from orders where id = ?", order)
                        .equals(List.of(List.of(status))));
        return order;
    }

    private static void post(LaneSignal signal) {
        var answer = Door.post(
                Door.headers(
                        EventType.SIGNAL_VALIDATED,
                        Ids.validated(signal.id()),
                        signal.broker().name(),
                        Topics.signalsValidated(signal.broker()),
                        signal.signal().partitionKey(),
                        signal.signal().id(),
                        signal.signal().referenceTime()),
                Door.json(new SignalValidated(signal, List.of(), Optional.empty())));
        assertThat(answer).isEqualTo(204);
    }
}
