package io.alphapanda.engine.zerodha;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.signal.LaneSignal;
import io.alphapanda.engine.live.TradingStatesForgotten;
import io.alphapanda.engine.zerodha.session.Visit;
import io.alphapanda.kite.order.OrderTag;
import io.alphapanda.local.kite.KiteSimulator;
import io.alphapanda.local.kite.exchange.Truth;
import io.alphapanda.local.kite.fault.Endpoint;
import io.alphapanda.local.kite.fault.Fault;
import io.alphapanda.stage.testing.Await;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.Ledger;
import io.alphapanda.stage.testing.Signals;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A halt at Kite, simulated: working entries end there, what protects a position stays.
@QuarkusTest
@QuarkusTestResource(House.class)
@QuarkusTestResource(value = SimulatedKite.class, restrictToAnnotatedClass = true)
@TestProfile(ReconcileZerodhaTest.OnDemand.class)
class HaltZerodhaTest {

    private static final String LANE = "zerodha";

    @Inject
    RedisDataSource redis;

    private final KiteSimulator kite = SimulatedKite.simulator();

    @BeforeEach
    void aPersonIsLoggedInAndTheMarketIsOpen() {
        redis.value(String.class)
                .set(
                        "market:last:NSE:TCS",
                        "{\"price\":\"100\",\"time\":\"" + Signals.TIME + "\",\"ordinal\":1,\"stream\":\"test-1\"}");
        TradingStatesForgotten.everywhere();
        Visit.logIn(LANE);
        kite.onTick("NSE:TCS", new BigDecimal("100"), 100_000, Instant.now());
    }

    @AfterEach
    void theDayIsOver() {
        kite.faults().clear();
        kite.closeSession();
        TradingStatesForgotten.everywhere();
    }

    @Test
    void theWorkingEntryEndsAtTheBrokerAndTheStopStays() {
        var signals = new Signals(LANE, "halt-protected");
        var held = signals.next(Side.BUY, 10);
        Approvals.deliver(held, Optional.empty());
        await(held, "FILLED");
        var stop = signals.next(Side.SELL, 10);
        partly();
        Approvals.deliver(stop, Optional.of(held));
        await(stop, "PARTIALLY_FILLED");
        var entry = entering("halt-entering");

        halt();

        await(entry, "CANCELLED");
        assertThat(failure(entry)).isEqualTo("HALT_CANCELLED");
        assertThat(atBroker(entry).status().terminal()).isTrue();
        assertThat(atBroker(entry).filled()).isEqualTo(4);
        assertThat(filled(entry)).containsExactly("4");
        assertThat(atBroker(stop).status().terminal()).isFalse();
        assertThat(status(stop)).isEqualTo("PARTIALLY_FILLED");
    }

    @Test
    void anEntryThatFillsBeforeTheCancellationArrivesIsBookedWhole() {
        var entry = entering("halt-overtaken");
        kite.faults().arm(new Fault.FillBeforeCancel(6)).next(1);

        halt();

        await(entry, "FILLED");
        assertThat(filled(entry)).containsExactlyInAnyOrder("4", "6");
    }

    @Test
    void aCancellationThatIsLostOnItsWayIsAskedForAgain() {
        var entry = entering("halt-lost");
        kite.faults().arm(new Fault.DropBefore()).at(Endpoint.CANCEL_ORDER).next(1);

        halt();

        await(entry, "CANCELLED");
        assertThat(Ledger.rows("select attempts from cancellations where order_id = ?", Approvals.order(entry)))
                .containsExactly(List.of("2"));
    }

    @Test
    void aCancellationWhoseAnswerIsLostIsFoundInTheBook() {
        var entry = entering("halt-unanswered");
        kite.faults().arm(new Fault.AcceptThenDrop()).at(Endpoint.CANCEL_ORDER).next(1);

        halt();

        await(entry, "CANCELLED");
        assertThat(failure(entry)).isEqualTo("HALT_CANCELLED");
    }

    private void partly() {
        kite.faults().arm(new Fault.FillAtMost(4)).at(Endpoint.PLACE_ORDER).next(1);
    }

    private LaneSignal entering(String strategy) {
        partly();
        var entry = Approvals.one(LANE, strategy, Side.BUY, 10);
        Approvals.deliver(entry, Optional.empty());
        await(entry, "PARTIALLY_FILLED");
        return entry;
    }

    private static void halt() {
        RestAssured.given()
                .contentType("application/json")
                .body("{\"state\":\"HALTED\",\"reason\":\"drill\",\"by\":\"test\"}")
                .put("/brokers/" + LANE + "/trading-state")
                .then()
                .statusCode(200);
    }

    private Truth.Entry atBroker(LaneSignal signal) {
        return kite.truth().byTag(OrderTag.of(Approvals.order(signal)).value()).getFirst();
    }

    private static List<String> filled(LaneSignal signal) {
        return Ledger.rows("select quantity::int from fills where order_id = ?", Approvals.order(signal)).stream()
                .map(List::getFirst)
                .toList();
    }

    private static void await(LaneSignal signal, String status) {
        Await.until(
                Approvals.order(signal) + " is " + status, () -> status(signal).equals(status));
    }

    private static String status(LaneSignal signal) {
        return Ledger.rows("select status from orders where id = ?", Approvals.order(signal)).stream()
                .map(List::getFirst)
                .findFirst()
                .orElse("");
    }

    private static String failure(LaneSignal signal) {
        return Ledger.rows("select coalesce(failure, '') from orders where id = ?", Approvals.order(signal))
                .getFirst()
                .getFirst();
    }
}
