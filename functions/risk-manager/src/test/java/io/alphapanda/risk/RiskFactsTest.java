package io.alphapanda.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.control.TradingState;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.money.SignedQuantity;
import io.alphapanda.domain.risk.Exposure;
import io.alphapanda.domain.risk.RiskFacts;
import io.alphapanda.domain.signal.LaneSignal;
import io.alphapanda.stage.broker.Brokers;
import io.alphapanda.stage.delivery.FreshContext;
import io.alphapanda.stage.delivery.LaneEvent;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.Ledger;
import io.alphapanda.stage.testing.Signals;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What risk knows of a strategy, for every state its approvals and orders can be in.
@QuarkusTest
@QuarkusTestResource(House.class)
class RiskFactsTest {

    private static final String TODAY = "2026-03-05";
    private static final Money CASH = Money.of("1000000");

    @Inject
    Brokers brokers;

    @Inject
    FreshContext fresh;

    @Inject
    RiskBooks books;

    @Test
    void strategyOfWhichNothingIsKnownIsFlatWithTheAccountsStartingCash() {
        var facts = facts("newcomer", Books.TCS);

        assertThat(facts.alreadyDecided()).contains(false);
        assertThat(facts.tradesToday()).contains(0);
        assertThat(facts.exposure()).contains(Exposure.NONE);
        assertThat(facts.buyingPower()).contains(CASH);
    }

    @Test
    void bookedPositionCountsWithTheCashItLeft() {
        new Books("paper", "booked").cash("5000").booked(Books.TCS, "10", "1000", 1);

        assertKnown("booked", Books.TCS, "10", "0", "0", "4000");
    }

    @Test
    void fillThatIsNotBookedYetCountsOnTopOfTheBookedOnes() {
        new Books("paper", "unbooked")
                .cash("5000")
                .booked(Books.TCS, "10", "1000", 1)
                .filled(Books.TCS, "SELL", "4", "110", 2)
                .filled(Books.TCS, "BUY", "1", "120", 3);

        assertKnown("unbooked", Books.TCS, "7", "0", "0", "4320");
    }

    @Test
    void firstFillCountsBeforeAnythingIsBooked() {
        new Books("paper", "first-fill").filled(Books.TCS, "SELL", "10", "100", 1);

        // The proceeds are not its own, and as much again covers the short.
        assertKnown("first-fill", Books.TCS, "-10", "0", "0", "999000");
    }

    @Test
    void approvalWithoutAnOrderIsPending() {
        var held = new Books("paper", "approved");
        held.approved(Books.TCS, "BUY", "7", "700", 1, TODAY);
        held.approved(Books.TCS, "SELL", "3", "300", 2, TODAY);

        assertKnown("approved", Books.TCS, "0", "7", "3", "999000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INTENDED", "SENDING", "UNKNOWN", "SUBMITTED"})
    void orderThatMayStillBeFilledIsPending(String status) {
        var held = new Books("paper", "open-" + status.toLowerCase());
        held.ordered(held.approved(Books.TCS, "BUY", "7", "700", 1, TODAY), Books.TCS, "BUY", "7", status, "0");

        assertKnown(held.strategy(), Books.TCS, "0", "7", "0", "999300");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FILLED", "CANCELLED", "REJECTED", "EXPIRED", "FAILED"})
    void orderThatHasEndedIsNotPending(String status) {
        var held = new Books("paper", "ended-" + status.toLowerCase());
        held.ordered(held.approved(Books.TCS, "BUY", "7", "700", 1, TODAY), Books.TCS, "BUY", "7", status, "0");

        assertKnown(held.strategy(), Books.TCS, "0", "0", "0", "1000000");
    }

    /// The quantity that leaves is pending, the rest is a fill; the cash stays reserved to the end, because what is
    /// left of an order that turns a position is the dear part.
    @Test
    void orderFilledInPartIsPendingWithWhatItLeaves() {
        var held = new Books("paper", "partial").filled(Books.TCS, "BUY", "3", "100", 1);
        held.ordered(
                held.approved(Books.TCS, "BUY", "7", "700", 1, TODAY), Books.TCS, "BUY", "7", "PARTIALLY_FILLED", "3");

        assertKnown("partial", Books.TCS, "3", "4", "0", "999000");
    }

    /// It may be on its way to the engine, which fills it from the signal's own time: only its order ends it.
    @Test
    void approvalPastItsExpiryIsPendingUntilItsOrderSaysOtherwise() {
        var held = new Books("paper", "past-expiry");
        var signal = held.approved(Books.TCS, "BUY", "7", "700", 1, TODAY);
        Ledger.rows("update signals set expires_at = '2000-01-01T00:00:00Z' where id = ?", signal);
        assertKnown("past-expiry", Books.TCS, "0", "7", "0", "999300");

        held.ordered(signal, Books.TCS, "BUY", "7", "EXPIRED", "0");
        assertKnown("past-expiry", Books.TCS, "0", "0", "0", "1000000");
    }

    @Test
    void anotherInstrumentTakesCashAndNoRoom() {
        var held = new Books("paper", "two-instruments").filled(Books.INFY, "BUY", "2", "1000", 1);
        held.approved(Books.INFY, "BUY", "3", "3000", 1, TODAY);
        held.approved(Books.TCS, "BUY", "7", "700", 1, TODAY);

        assertKnown("two-instruments", Books.TCS, "0", "7", "0", "994300");
        assertKnown("two-instruments", Books.INFY, "2", "3", "0", "994300");
    }

    /// The one approved later was filled first and has closed the short, its reservation has ended with it: what was to
    /// close then opens now, and had reserved its fees alone.
    @Test
    void exitThatWasOvertakenTakesWhatItOpensNow() {
        var held = new Books("paper", "overtaken").filled(Books.TCS, "SELL", "10", "100", 1);
        held.approved(Books.TCS, "BUY", "10", "1", 1, TODAY);
        assertKnown("overtaken", Books.TCS, "-10", "10", "0", "998999");

        held.filled(Books.TCS, "BUY", "10", "100", 2);

        // Ten at 90.05, and a thousandth of that.
        assertKnown("overtaken", Books.TCS, "0", "10", "0", "999098.5995");
    }

    @Test
    void anotherStrategyTakesNothing() {
        var other = new Books("paper", "neighbour").filled(Books.TCS, "BUY", "2", "1000", 1);
        other.approved(Books.TCS, "BUY", "3", "300", 1, TODAY);

        var facts = facts("beside-neighbour", Books.TCS);
        assertThat(facts.exposure()).contains(Exposure.NONE);
        assertThat(facts.buyingPower()).contains(CASH);
        assertThat(facts.tradesToday()).contains(0);
    }

    @Test
    void anotherBrokerTakesNothing() {
        var other = new Books("paper", "two-lanes").in("paper-b").cash("1").filled(Books.TCS, "BUY", "2", "1000", 1);
        other.approved(Books.TCS, "BUY", "3", "300", 1, TODAY);

        var facts = facts("two-lanes", Books.TCS);
        assertThat(facts.exposure()).contains(Exposure.NONE);
        assertThat(facts.buyingPower()).contains(CASH);
        assertThat(facts.tradesToday()).contains(0);
    }

    /// Once by what it leaves and once by what is filled would be twice; by neither, not at all.
    @ParameterizedTest(name = "filled {0} of 7: {1} and {2} pending")
    @CsvSource({"1, 1, 6", "6, 6, 1", "6.9999999999, 6.9999999999, 0.0000000001"})
    void noUnitOfAnOrderCountsTwiceOrNotAtAll(String filled, String position, String pending) {
        var held = new Books("paper", "of-seven-" + filled.replace('.', '-')).filled(Books.TCS, "BUY", filled, "1", 1);
        held.ordered(
                held.approved(Books.TCS, "BUY", "7", "7", 1, TODAY), Books.TCS, "BUY", "7", "PARTIALLY_FILLED", filled);

        assertThat(facts(held.strategy(), Books.TCS).exposure())
                .contains(new Exposure(SignedQuantity.of(position), Quantity.of(pending), Quantity.ZERO));
    }

    @Test
    void onlyTodaysApprovalsAreTrades() {
        var held = new Books("paper", "trades");
        held.approved(Books.TCS, "BUY", "1", "0", 1, TODAY);
        held.approved(Books.INFY, "BUY", "1", "0", 1, TODAY);
        held.approved(Books.TCS, "BUY", "1", "0", 2, "2026-03-04");
        held.denied(Books.TCS, 1, TODAY);

        assertThat(facts("trades", Books.TCS).tradesToday()).contains(2);
    }

    @Test
    void laneNobodyHasSaidAnythingOfIsActive() {
        assertThat(facts("never-halted", Books.TCS).tradingState()).contains(TradingState.ACTIVE);
    }

    @ParameterizedTest(name = "lane {0}, strategy {1}: {2}")
    @CsvSource({
        "ACTIVE,   ACTIVE,   ACTIVE",
        "ACTIVE,   REDUCING, REDUCING",
        "ACTIVE,   HALTED,   HALTED",
        "REDUCING, ACTIVE,   REDUCING",
        "REDUCING, HALTED,   HALTED",
        "HALTED,   ACTIVE,   HALTED",
        "HALTED,   REDUCING, HALTED",
    })
    void strictestStateOfLaneAndStrategyHolds(String lane, String strategy, TradingState state) {
        Books.trading("paper-b", "", lane);
        Books.trading("paper-b", "watched", strategy);
        Books.trading("paper", "watched", "HALTED");
        Books.trading("paper-b", "somebody-else", "HALTED");
        try {
            assertThat(facts(new Signals("paper-b", "watched").next(Side.BUY, 1))
                            .tradingState())
                    .contains(state);
        } finally {
            Books.trading("paper-b", "", "ACTIVE");
        }
    }

    @ParameterizedTest(name = "in every lane: {0} of {1}")
    @CsvSource({"HALTED, ''", "REDUCING, everywhere-watched", "HALTED, everywhere-watched"})
    void whatIsSaidOfEveryLaneHoldsInThisOne(TradingState state, String strategy) {
        Books.trading("*", strategy, state.name());
        try {
            assertThat(facts(new Signals("paper-b", "everywhere-watched").next(Side.BUY, 1))
                            .tradingState())
                    .contains(state);
        } finally {
            Books.trading("*", strategy, "ACTIVE");
        }
    }

    @Test
    void signalDecidedUnderAnotherIdIsKnown() {
        var signal = new Signals("paper", "known").next(Side.BUY, 1);
        var earlier = new Books("paper", "known").approved(Books.TCS, "BUY", "1", "0", 1, TODAY);
        assertThat(facts(signal).alreadyDecided()).contains(false);

        Ledger.rows(
                "update signals set correlation_id = ? where id = ?",
                signal.signal().id(),
                earlier);

        assertThat(facts(signal).alreadyDecided()).contains(true);
    }

    @Test
    void tradesOfAVenueThatIsNotKnownAreNotKnown() {
        var facts = facts("no-venue", "MCX:GOLD");

        assertThat(facts.venue()).isEmpty();
        assertThat(facts.tradesToday()).isEmpty();
    }

    private void assertKnown(
            String strategy, String instrument, String position, String buys, String sells, String power) {
        var facts = facts(strategy, instrument);
        assertThat(facts.exposure())
                .contains(new Exposure(SignedQuantity.of(position), Quantity.of(buys), Quantity.of(sells)));
        assertThat(facts.buyingPower()).contains(Money.of(power));
    }

    private RiskFacts facts(String strategy, String instrument) {
        return facts(new Signals("paper", strategy, instrument).next(Side.BUY, 1));
    }

    private RiskFacts facts(LaneSignal signal) {
        var account = brokers.account(signal.broker());
        var event = new LaneEvent<>(
                signal.id(), signal.signal().id(), signal.signal().referenceTime(), account, signal);
        return fresh.run(() -> Panache.withTransaction(() -> books.situation(event)))
                .await()
                .atMost(Duration.ofSeconds(20))
                .facts();
    }
}
