package io.alphapanda.domain.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.order.FailureCode;
import io.alphapanda.domain.order.Fill;
import io.alphapanda.domain.order.Order;
import io.alphapanda.domain.order.OrderRequest;
import io.alphapanda.domain.order.OrderStatus;
import io.alphapanda.domain.order.Transition;
import io.alphapanda.domain.placement.BrokerOrder.State;
import io.alphapanda.domain.signal.Wish;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlacementTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 7, 31);
    private static final Instant NOW = Wish.TIME.plusSeconds(1);
    private static final Duration WITHIN = Duration.ofSeconds(2);
    private static final Instant SEND_BY = NOW.plus(WITHIN);
    private static final Settling SETTLING = new Settling(Duration.ofSeconds(120), 3);
    private static final Function<BrokerTrade, Money> CHARGES = _ -> Money.of("0.5");

    private static final Placement INTENDED =
            Placement.intended(Order.intended(OrderRequest.of(Wish.buy("10").copy())), "ap7x");
    private static final Placement SENDING = INTENDED.send(NOW, WITHIN, FRIDAY).after();
    private static final Placement UNKNOWN =
            SENDING.answered(new Answer.Unclear("read timed out")).after();
    private static final Placement SUBMITTED =
            SENDING.answered(new Answer.Accepted("2401")).after();

    @Test
    void theRightToSendIsWonOnce() {
        assertThat(SENDING.order().status()).isEqualTo(OrderStatus.SENDING);
        assertThat(SENDING.sendBy()).contains(SEND_BY);
        assertThat(SENDING.bookDay()).contains(FRIDAY);
        assertThatIllegalStateException().isThrownBy(() -> SENDING.send(NOW, WITHIN, FRIDAY));
        assertThatIllegalStateException().isThrownBy(() -> UNKNOWN.send(NOW, WITHIN, FRIDAY));
    }

    @Test
    void anAcceptedOrderIsSubmittedUnderTheBrokersId() {
        assertThat(SUBMITTED.order().status()).isEqualTo(OrderStatus.SUBMITTED);
        assertThat(SUBMITTED.brokerOrderId()).contains("2401");
    }

    @Test
    void aRefusalIsTheBrokersAndWhatWasNotSentIsOurs() {
        var refused = SENDING.answered(new Answer.Refused(FailureCode.FUNDS_INSUFFICIENT, "need 5 more"))
                .after()
                .order();
        assertThat(refused.status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(refused.failure()).contains(FailureCode.FUNDS_INSUFFICIENT);

        var kept = SENDING.answered(new Answer.NotSent(FailureCode.SEND_TOO_LATE, ""))
                .after()
                .order();
        assertThat(kept.status()).isEqualTo(OrderStatus.FAILED);
        assertThat(kept.failure()).contains(FailureCode.SEND_TOO_LATE);
    }

    @Test
    void aSenderNotHeardOfAgainMayHaveSent() {
        var answers = Duration.ofSeconds(7);
        assertThat(SENDING.overdue(SEND_BY.plus(answers), answers).after()).isEqualTo(SENDING);
        assertThat(SENDING.overdue(SEND_BY.plus(answers).plusMillis(1), answers)
                        .after()
                        .order()
                        .status())
                .isEqualTo(OrderStatus.UNKNOWN);
        assertThat(SUBMITTED.overdue(SEND_BY.plusSeconds(900), answers).after()).isEqualTo(SUBMITTED);
    }

    /// The window counts from the last moment it could have been sent, and silence only while somebody listened.
    @Test
    void anUnknownOrderIsGivenUpAfterTheWindowAndEnoughSuccessfulLookUps() {
        var windowEnds = SEND_BY.plusSeconds(120);

        var step = UNKNOWN;
        for (int i = 0; i < 50; i++) {
            step = lookedUp(step, new LookUp.Unreadable("503"), windowEnds.plusSeconds(i))
                    .after();
        }
        assertThat(step).as("nobody could listen").isEqualTo(UNKNOWN);

        for (int i = 0; i < 50; i++) {
            step = lookedUp(step, nothing(FRIDAY), windowEnds.minusMillis(1)).after();
        }
        assertThat(step.order().status()).as("too early").isEqualTo(OrderStatus.UNKNOWN);

        var heardTwice = lookedUp(
                        lookedUp(UNKNOWN, nothing(FRIDAY), SEND_BY.plusSeconds(1))
                                .after(),
                        nothing(FRIDAY),
                        windowEnds)
                .after();
        assertThat(heardTwice.order().status()).as("too few").isEqualTo(OrderStatus.UNKNOWN);

        var given = lookedUp(heardTwice, nothing(FRIDAY), windowEnds);
        assertThat(given.after().order().status()).isEqualTo(OrderStatus.FAILED);
        assertThat(given.after().order().failure()).contains(FailureCode.PLACEMENT_NOT_FOUND);
        assertThat(given.alarms()).containsExactly(Alarm.NEVER_ARRIVED);
    }

    /// A clock that is set forward by ten minutes makes nobody deaf to an order that comes ninety seconds late.
    @Test
    void aWindowIsOverOnlyWhenItWasListenedToForItsWholeLength() {
        var tenMinutesOn = SEND_BY.plusSeconds(602);

        var step = UNKNOWN;
        for (int i = 0; i < 50; i++) {
            step = step.lookedUp(
                            nothing(FRIDAY), tenMinutesOn, SETTLING.window().minusMillis(1), SETTLING, CHARGES)
                    .after();
        }
        assertThat(step.order().status()).isEqualTo(OrderStatus.UNKNOWN);

        assertThat(step.lookedUp(nothing(FRIDAY), tenMinutesOn, SETTLING.window(), SETTLING, CHARGES)
                        .after()
                        .order()
                        .status())
                .isEqualTo(OrderStatus.FAILED);
    }

    @Test
    void silenceBeforeTheLastMomentOfSendingSaysNothing() {
        assertThat(lookedUp(UNKNOWN, nothing(FRIDAY), SEND_BY.minusMillis(1)).after())
                .isEqualTo(UNKNOWN);
    }

    @Test
    void onceTheDayIsOverAnUnknownOrderIsForAPerson() {
        for (var open : List.of(UNKNOWN, SUBMITTED)) {
            var step = lookedUp(open, nothing(FRIDAY.plusDays(3)), SEND_BY.plusSeconds(260_000));
            assertThat(step.after()).isEqualTo(open);
            assertThat(step.alarms()).containsExactly(Alarm.DAY_IS_OVER);
        }
    }

    @Test
    void anUnknownOrderFoundGoesOnAsIfAnswered() {
        var step = lookedUp(UNKNOWN, found(book(State.WORKING, "4", trade("t1", "4", "101"))), NOW);

        assertThat(step.after().order().status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        assertThat(step.after().brokerOrderId()).contains("2401");
        assertThat(step.alarms()).isEmpty();
        assertThat(step.fills())
                .containsExactly(new Fill(
                        "nse-1/momentum/NSE:TCS/7@paper/1/fill/1",
                        Quantity.of(4),
                        Price.of("101"),
                        Money.of("0.5"),
                        NOW));
    }

    @Test
    void aRejectionFoundInTheBookEndsTheOrder() {
        var step = lookedUp(UNKNOWN, found(book(State.REJECTED, "0")), NOW);
        assertThat(step.after().order().status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(step.after().order().failure()).contains(FailureCode.ORDER_REFUSED);
        assertThat(step.alarms()).isEmpty();
    }

    @Test
    void anOrderThatAppearsAfterItWasGivenUpIsReopenedAndHaltsTheLane() {
        var given = givenUp();
        for (var step : List.of(
                lookedUp(given, found(book(State.WORKING, "0")), NOW), given.answered(new Answer.Accepted("2401")))) {
            assertThat(step.after().order().status()).isEqualTo(OrderStatus.SUBMITTED);
            assertThat(step.after().order().failure()).isEmpty();
            assertThat(step.after().order().version())
                    .isGreaterThan(given.order().version());
            assertThat(step.alarms()).containsExactly(Alarm.STILL_ALIVE);
            assertThat(Alarm.STILL_ALIVE.halts()).isTrue();
        }
        var rejected = lookedUp(given, found(book(State.REJECTED, "0")), NOW);
        assertThat(rejected.after().order()).isEqualTo(given.order());
        assertThat(rejected.alarms()).isEmpty();
    }

    @Test
    void anAnswerAfterTheLookUpChangesNothingTheLookUpFound() {
        var filled = lookedUp(UNKNOWN, found(book(State.COMPLETE, "10", trade("t1", "10", "101"))), NOW)
                .after();
        assertThat(filled.answered(new Answer.Accepted("2401")).after()).isEqualTo(filled);
        assertThat(filled.answered(new Answer.Refused(FailureCode.ORDER_REFUSED, ""))
                        .after())
                .isEqualTo(filled);
        assertThat(filled.answered(new Answer.Unclear("")).after()).isEqualTo(filled);
    }

    @Test
    void aTagThatTheBookShowsTwiceIsADoubledOrder() {
        var twice = new LookUp.Read(FRIDAY, List.of(book(State.WORKING, "0"), book(State.WORKING, "0")));
        assertThat(lookedUp(UNKNOWN, twice, NOW).alarms()).containsExactly(Alarm.DOUBLED);
    }

    /// The book says complete before the trade book has every trade.
    @Test
    void aCompleteOrderIsFilledOnlyByItsTrades() {
        var lagging = SUBMITTED.observed(book(State.COMPLETE, "10", trade("t1", "4", "101")), CHARGES);
        assertThat(lagging.after().order().status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);

        var rest = lagging.after()
                .observed(book(State.COMPLETE, "10", trade("t2", "6", "102"), trade("t1", "4", "101")), CHARGES);
        assertThat(rest.fills()).extracting(Fill::lastQuantity).containsExactly(Quantity.of(6));
        assertThat(rest.fills()).extracting(Fill::fillId).containsExactly("nse-1/momentum/NSE:TCS/7@paper/1/fill/2");
        assertThat(rest.after().order().status()).isEqualTo(OrderStatus.FILLED);
        assertThat(rest.after().order().filledValue()).isEqualTo(Money.of("1016"));
    }

    @Test
    void aCancelledOrderKeepsWhatWasFilledAndWaitsForItsTrades() {
        var lagging = SUBMITTED.observed(book(State.CANCELLED, "4"), CHARGES);
        assertThat(lagging.after().order().status()).isEqualTo(OrderStatus.SUBMITTED);

        var step = lagging.after().observed(book(State.CANCELLED, "4", trade("t1", "4", "101")), CHARGES);
        assertThat(step.after().order().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(step.after().order().filledQuantity()).isEqualTo(Quantity.of(4));
        assertThat(step.fills()).hasSize(1);
    }

    @Test
    void anOrderTheHouseHasCancelledEndsWithItsReason() {
        var asked = SUBMITTED.cancelling(FailureCode.HALT_CANCELLED);
        assertThat(asked.order()).isEqualTo(SUBMITTED.order());

        var step = asked.observed(book(State.CANCELLED, "4", trade("t1", "4", "101")), CHARGES);

        assertThat(step.after().order().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(step.after().order().failure()).contains(FailureCode.HALT_CANCELLED);
        assertThat(step.fills()).hasSize(1);
    }

    @Test
    void anOrderThatFilledBeforeItsCancellationArrivedIsFilled() {
        var step = SUBMITTED
                .cancelling(FailureCode.HALT_CANCELLED)
                .observed(book(State.COMPLETE, "10", trade("t1", "10", "101")), CHARGES);

        assertThat(step.after().order().status()).isEqualTo(OrderStatus.FILLED);
        assertThat(step.after().order().failure()).isEmpty();
    }

    @Test
    void anOrderCutShortByHandEndsWhereTheBookHasItComplete() {
        var step = SUBMITTED.observed(book(State.COMPLETE, "7", trade("t1", "7", "101")), CHARGES);
        assertThat(step.after().order().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(step.after().order().filledQuantity()).isEqualTo(Quantity.of(7));
        assertThat(step.after()
                        .observed(book(State.COMPLETE, "7", trade("t1", "7", "101")), CHARGES)
                        .alarms())
                .isEmpty();
    }

    @Test
    void aTradeOfAnOrderThatHadEndedIsBookedAndHaltsTheLane() {
        var cancelled = SUBMITTED.observed(book(State.CANCELLED, "0"), CHARGES).after();
        var step = cancelled.observed(book(State.CANCELLED, "3", trade("t1", "3", "101")), CHARGES);
        assertThat(step.fills()).hasSize(1);
        assertThat(step.after().order().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(step.after().order().filledQuantity()).isEqualTo(Quantity.of(3));
        assertThat(step.alarms()).containsExactly(Alarm.STILL_ALIVE);
    }

    @Test
    void anOlderViewOfACancelledOrderIsNoSignOfLife() {
        var cancelled = SUBMITTED.observed(book(State.CANCELLED, "0"), CHARGES).after();
        var step = cancelled.observed(book(State.WORKING, "0"), CHARGES);
        assertThat(step.changes(cancelled)).isFalse();
        assertThat(step.alarms()).isEmpty();
    }

    @Test
    void moreThanWasAskedIsBookedWholeAndOnceAndTold() {
        var seen = book(State.COMPLETE, "12", trade("t1", "10", "101"), trade("t2", "2", "102"));
        var step = SUBMITTED.observed(seen, CHARGES);
        assertThat(step.after().order().status()).isEqualTo(OrderStatus.FILLED);
        assertThat(step.after().order().filledQuantity()).isEqualTo(Quantity.of(12));
        assertThat(step.after().order().filledValue()).isEqualTo(Money.of("1214"));
        assertThat(step.fills()).extracting(Fill::lastQuantity).containsExactly(Quantity.of(10), Quantity.of(2));
        assertThat(step.alarms()).containsExactly(Alarm.OVERFILLED);
        assertThatNoVersionIsLeftOut(SUBMITTED, step);

        var again = step.after().observed(seen, CHARGES);
        assertThat(again.changes(step.after())).isFalse();
        assertThat(again.fills()).isEmpty();
        assertThat(again.alarms()).isEmpty();
    }

    @Test
    void oneTradeThatGoesBeyondWhatWasLeftIsOneFill() {
        var step = SUBMITTED.observed(
                book(State.COMPLETE, "13", trade("t1", "8", "101"), trade("t2", "5", "101")), CHARGES);
        assertThat(step.fills()).extracting(Fill::lastQuantity).containsExactly(Quantity.of(8), Quantity.of(5));
        assertThat(step.after().order().filledQuantity()).isEqualTo(Quantity.of(13));
        assertThat(step.alarms()).containsExactly(Alarm.OVERFILLED);
    }

    @Test
    void aTradeBeyondWhatWasAskedIsBookedLongAfterTheOrderWasFilled() {
        var filled = SUBMITTED
                .observed(book(State.COMPLETE, "10", trade("t1", "10", "101")), CHARGES)
                .after();
        var late = book(State.COMPLETE, "12", trade("t1", "10", "101"), trade("t2", "2", "101"));
        var step = lookedUp(filled, found(late), NOW);
        assertThat(step.fills()).extracting(Fill::fillId).containsExactly("nse-1/momentum/NSE:TCS/7@paper/1/fill/2");
        assertThat(step.after().booked()).containsExactlyInAnyOrder("t1", "t2");
        assertThat(step.after().order().status()).isEqualTo(OrderStatus.FILLED);
        assertThat(step.alarms()).containsExactly(Alarm.OVERFILLED);
        assertThatNoVersionIsLeftOut(filled, step);
        assertThat(lookedUp(step.after(), found(late), NOW).changes(step.after()))
                .isFalse();
    }

    @Test
    void anOrderThatHadEndedAndIsFilledBeyondWhatWasAskedIsReopenedAndBookedWhole() {
        var cancelled = SUBMITTED
                .observed(book(State.CANCELLED, "4", trade("t1", "4", "101")), CHARGES)
                .after();
        var step = cancelled.observed(
                book(State.COMPLETE, "12", trade("t1", "4", "101"), trade("t2", "8", "101")), CHARGES);
        assertThat(step.fills()).extracting(Fill::lastQuantity).containsExactly(Quantity.of(8));
        assertThat(step.after().order().status()).isEqualTo(OrderStatus.FILLED);
        assertThat(step.after().order().filledQuantity()).isEqualTo(Quantity.of(12));
        assertThat(step.alarms()).containsExactlyInAnyOrder(Alarm.STILL_ALIVE, Alarm.OVERFILLED);
    }

    @Test
    void anOrderThatTheBookHasWithoutOurHavingSentItIsNeverSent() {
        var step = lookedUp(INTENDED, found(book(State.WORKING, "0")), NOW);
        assertThat(step.alarms()).containsExactly(Alarm.STILL_ALIVE);
        assertThatIllegalStateException().isThrownBy(() -> step.after().send(NOW, WITHIN, FRIDAY));
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void anAnswerThatComesAfterTheBookHasToldMoreIsOldNews(State state) {
        var told = SENDING.observed(book(state, "0"), CHARGES).after();
        var step = told.answered(new Answer.Accepted("2401"));
        assertThat(step.changes(told)).isFalse();
        assertThat(step.alarms()).isEmpty();
    }

    @Test
    void anAnswerThatNamesAnotherOrderThanTheBookIsADoubledOne() {
        var told = SENDING.observed(book(State.WORKING, "0"), CHARGES).after();
        assertThat(told.answered(new Answer.Accepted("2402")).alarms()).containsExactly(Alarm.DOUBLED);
    }

    @Test
    void everyStepShowsTheWayTheOrderWent() {
        var seen = book(State.COMPLETE, "10", trade("t1", "4", "101"), trade("t2", "6", "101"));
        var unsent = INTENDED.observed(seen, CHARGES);
        assertThat(unsent.transitions())
                .extracting(each -> each.order().status())
                .containsExactly(
                        OrderStatus.SENDING, OrderStatus.SUBMITTED, OrderStatus.PARTIALLY_FILLED, OrderStatus.FILLED);
        assertThat(unsent.transitions())
                .extracting(Transition::tradeId)
                .map(each -> each.orElse(""))
                .containsExactly("", "", "t1", "t2");
        assertThatNoVersionIsLeftOut(INTENDED, unsent);

        var reopened = givenUp().observed(seen, CHARGES);
        assertThat(reopened.transitions()).hasSize(3);
        assertThatNoVersionIsLeftOut(givenUp(), reopened);

        assertThatNoVersionIsLeftOut(SENDING, SENDING.answered(new Answer.Accepted("2401")));
        assertThatNoVersionIsLeftOut(INTENDED, INTENDED.send(NOW, WITHIN, FRIDAY));
    }

    @Test
    void whatWasNeverSentCanBeAbandonedAndNothingElse() {
        var expired = INTENDED.abandon(OrderStatus.EXPIRED, FailureCode.SIGNAL_EXPIRED);
        assertThat(expired.after().order().status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(expired.transitions()).hasSize(1);
        assertThatIllegalStateException()
                .isThrownBy(() -> SENDING.abandon(OrderStatus.EXPIRED, FailureCode.SIGNAL_EXPIRED))
                .withMessageContaining("may be at the broker");
    }

    private static void assertThatNoVersionIsLeftOut(Placement before, Placement.Step step) {
        int version = before.order().version();
        for (var change : step.transitions()) {
            assertThat(change.order().version()).isEqualTo(++version);
        }
        assertThat(step.after().order().version()).isEqualTo(version);
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void toldTwiceItIsKnownOnce(State state) {
        var seen = book(state, "4", trade("t1", "1", "101"), trade("t2", "3", "102"));
        var once = SUBMITTED.observed(seen, CHARGES);
        var twice = once.after().observed(seen, CHARGES);
        assertThat(twice.changes(once.after())).isFalse();
        assertThat(twice.fills()).isEmpty();
        assertThat(twice.alarms()).isEmpty();
    }

    /// Views of a growing order, shuffled, some twice: every trade is booked once, and nothing else.
    @Property
    void viewsInAnyOrderComeToTheSameBooks(@ForAll long seed) {
        var random = new Random(seed);
        var trades = new ArrayList<BrokerTrade>();
        var views = new ArrayList<BrokerOrder>();
        int left = 10;
        while (left > 0) {
            int quantity = 1 + random.nextInt(left);
            left -= quantity;
            trades.add(trade("t" + trades.size(), Integer.toString(quantity), "101"));
            views.add(book(left == 0 ? State.COMPLETE : State.WORKING, Integer.toString(10 - left), shown(trades)));
        }
        views.addAll(views);
        Collections.shuffle(views, random);

        var placement = random.nextBoolean() ? SUBMITTED : UNKNOWN;
        var fills = new ArrayList<Fill>();
        for (var view : views) {
            var step = placement.observed(view, CHARGES);
            assertThat(step.alarms()).isEmpty();
            assertThatNoVersionIsLeftOut(placement, step);
            fills.addAll(step.fills());
            placement = step.after();
        }
        assertThat(placement.order().status()).isEqualTo(OrderStatus.FILLED);
        assertThat(placement.order().filledQuantity()).isEqualTo(Quantity.of(10));
        assertThat(fills).hasSameSizeAs(trades).extracting(Fill::fillId).doesNotHaveDuplicates();
    }

    @Test
    void aWindowTooShortToHearALateOrderIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settling(Duration.ofSeconds(9), 3))
                .withMessageContaining("PT9S must be between PT10S and PT1H");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settling(Duration.ofSeconds(60), 1))
                .withMessageContaining("look-ups 1 must be between 2 and 100");
        assertThatIllegalArgumentException().isThrownBy(() -> new Settling(Duration.ofSeconds(3_601), 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Settling(Duration.ofSeconds(60), 101));
    }

    @ParameterizedTest
    @CsvSource({"PT10S, 2", "PT1H, 100"})
    void theShortestAndTheLongestWindowAreTaken(Duration window, int lookUps) {
        assertThat(new Settling(window, lookUps)).isEqualTo(new Settling(window, lookUps));
    }

    @ParameterizedTest
    @EnumSource
    void everyAlarmSaysWhatItIsAndHaltsUnlessNothingIsAtTheBroker(Alarm alarm) {
        assertThat(alarm.meaning()).matches("[A-Z].+[.]");
        assertThat(alarm.halts()).isEqualTo(alarm != Alarm.NEVER_ARRIVED);
    }

    private static Placement givenUp() {
        var step = UNKNOWN;
        for (int i = 0; i < 3; i++) {
            step = lookedUp(step, nothing(FRIDAY), SEND_BY.plusSeconds(120)).after();
        }
        assertThat(step.order().status()).isEqualTo(OrderStatus.FAILED);
        return step;
    }

    private static Placement.Step lookedUp(Placement placement, LookUp lookUp, Instant now) {
        return placement.lookedUp(lookUp, now, SETTLING.window(), SETTLING, CHARGES);
    }

    private static LookUp nothing(LocalDate day) {
        return new LookUp.Read(day, List.of());
    }

    private static LookUp found(BrokerOrder order) {
        return new LookUp.Read(FRIDAY, List.of(order));
    }

    private static BrokerTrade[] shown(List<BrokerTrade> trades) {
        return trades.toArray(BrokerTrade[]::new);
    }

    private static BrokerOrder book(State state, String filled, BrokerTrade... trades) {
        return new BrokerOrder("2401", state, Quantity.of(filled), List.of(trades), "");
    }

    private static BrokerTrade trade(String id, String quantity, String price) {
        return new BrokerTrade(id, Quantity.of(quantity), Price.of(price), NOW);
    }
}
