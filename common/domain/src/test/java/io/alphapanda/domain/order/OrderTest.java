package io.alphapanda.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.signal.StrategyId;
import io.alphapanda.domain.signal.Wish;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderTest {

    private static final String ID = "nse-1/momentum/NSE:TCS/7@paper/1";
    private static final OrderRequest TEN = OrderRequest.of(Wish.buy("10").copy());
    private static final Order INTENDED = Order.intended(TEN);

    @Test
    void aRequestAsksForWhatTheSignalWishedAndKeepsItsThread() {
        assertThat(TEN)
                .isEqualTo(new OrderRequest(
                        ID,
                        "nse-1/momentum/NSE:TCS/7@paper",
                        "nse-1/momentum/NSE:TCS/7",
                        Wish.PAPER,
                        new StrategyId("momentum"),
                        InstrumentId.of("NSE:TCS"),
                        Side.BUY,
                        Quantity.of(10),
                        Price.of("100"),
                        Wish.TIME,
                        Wish.TIME.plusSeconds(30),
                        Instant.parse("2026-07-31T04:00:00.250Z")));
        assertThat(TEN.partitionKey()).isEqualTo("momentum:NSE:TCS");
    }

    @Test
    void aRequestIsMeasuredAgainstThePriceTheStrategySawNotTheOneItNamed() {
        assertThat(OrderRequest.of(Wish.buy("1").at("100").named("104").copy()).referencePrice())
                .isEqualTo(Price.of("100"));
    }

    @Test
    void anIntendedOrderHasItsWholeQuantityBeforeIt() {
        assertThat(INTENDED).isEqualTo(order(OrderStatus.INTENDED, 1, "0", "0", Optional.empty()));
        assertThat(INTENDED.leavesQuantity()).isEqualTo(Quantity.of(10));
    }

    @Test
    void fillsAddUpAndEachCountsTheVersionUp() {
        var first = INTENDED.filled(fill(1, "4", "100.05"));
        var second = first.filled(fill(2, "5.5", "100"));
        var third = second.filled(fill(3, "0.5", "99.9"));
        assertThat(List.of(first, second, third))
                .containsExactly(
                        order(OrderStatus.PARTIALLY_FILLED, 2, "4", "400.2", Optional.empty()),
                        order(OrderStatus.PARTIALLY_FILLED, 3, "9.5", "950.2", Optional.empty()),
                        order(OrderStatus.FILLED, 4, "10", "1000.15", Optional.empty()));
        assertThat(List.of(first, second, third))
                .extracting(Order::leavesQuantity)
                .containsExactly(Quantity.of(6), Quantity.of("0.5"), Quantity.ZERO);
    }

    @Property
    void howeverAnOrderIsFilledFilledAndLeavesMakeTheWhole(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 50) Integer> parts) {
        int asked = parts.stream().mapToInt(Integer::intValue).sum();
        var order =
                Order.intended(OrderRequest.of(Wish.buy(String.valueOf(asked)).copy()));
        int filled = 0;
        for (int i = 0; i < parts.size(); i++) {
            assertThat(order.status().isFinal()).isFalse();
            order = order.filled(fill(i + 1, String.valueOf(parts.get(i)), "2.5"));
            filled += parts.get(i);
            assertThat(order.version()).isEqualTo(i + 2);
            assertThat(order.filledQuantity().plus(order.leavesQuantity())).isEqualTo(Quantity.of(asked));
            assertThat(order.filledValue()).isEqualTo(Price.of("2.5").times(Quantity.of(filled)));
        }
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void nobodyFillsMoreThanWasAsked() {
        var nine = INTENDED.filled(fill(1, "9", "100"));
        assertThatIllegalStateException()
                .isThrownBy(() -> nine.filled(fill(2, "1.0000000001", "100")))
                .withMessage("order " + ID + ": filled 10.0000000001 of 10, more than was asked");
    }

    @Test
    void aBrokersFillBeyondWhatWasAskedCountsAndLeavesNothing() {
        var beyond = INTENDED.filled(fill(1, "9", "100")).overfilled(fill(2, "3", "101"));
        var again = beyond.overfilled(fill(3, "1", "102"));

        assertThat(List.of(beyond, again))
                .containsExactly(
                        order(OrderStatus.FILLED, 3, "12", "1203", Optional.empty()),
                        order(OrderStatus.FILLED, 4, "13", "1305", Optional.empty()));
        assertThat(List.of(beyond, again)).extracting(Order::leavesQuantity).containsOnly(Quantity.ZERO);
    }

    @Test
    void whatWasAskedIsNoFillBeyondItAndAFailureIsNotFilledBeyond() {
        var nine = INTENDED.filled(fill(1, "9", "100"));
        assertThatIllegalStateException()
                .isThrownBy(() -> nine.overfilled(fill(2, "1", "100")))
                .withMessage("order " + ID + ": filled 10 of 10, not more than was asked");
        var cancelled = nine.failed(OrderStatus.CANCELLED, FailureCode.ORDER_CANCELLED);
        assertThatIllegalStateException()
                .isThrownBy(() -> cancelled.overfilled(fill(2, "2", "100")))
                .withMessage("order " + ID + " is CANCELLED and can't become FILLED");
    }

    @Test
    void aFillOfNothingIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fill(1, "0", "100"))
                .withMessage("fill f/1: lastQuantity must be above 0");
    }

    @Test
    void anOrderThatEndsPartlyFilledKeepsWhatItHasAndLeavesNothing() {
        var cancelled = INTENDED.filled(fill(1, "4", "100")).failed(OrderStatus.CANCELLED, FailureCode.MARKET_CLOSED);
        assertThat(cancelled)
                .isEqualTo(order(OrderStatus.CANCELLED, 3, "4", "400", Optional.of(FailureCode.MARKET_CLOSED)));
        assertThat(cancelled.leavesQuantity()).isEqualTo(Quantity.ZERO);
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderStatus.class,
            names = {"FILLED", "CANCELLED", "REJECTED", "EXPIRED", "FAILED"})
    void nothingHappensToAnOrderThatHasEnded(OrderStatus ended) {
        var order = order(ended, 5, "4", "400", Optional.empty());
        assertThatIllegalStateException()
                .isThrownBy(() -> order.filled(fill(1, "1", "100")))
                .withMessage("order " + ID + " is " + ended + " and can't become PARTIALLY_FILLED");
        assertThatIllegalStateException()
                .isThrownBy(() -> order.failed(OrderStatus.CANCELLED, FailureCode.MARKET_CLOSED))
                .withMessage("order " + ID + " is " + ended + " and can't become CANCELLED");
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderStatus.class,
            names = {"INTENDED", "SENDING", "UNKNOWN", "SUBMITTED", "PARTIALLY_FILLED", "FILLED"})
    void anOrderDoesNotFailByGoingOn(OrderStatus goingOn) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> INTENDED.failed(goingOn, FailureCode.MARKET_CLOSED))
                .withMessage("order " + ID + " does not end by being " + goingOn + "; that is no failure");
    }

    @Test
    void anOrderReadFromSomewhereMustMakeSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> order(OrderStatus.INTENDED, 0, "0", "0", Optional.empty()))
                .withMessage("order " + ID + ": version 0 must be at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> order(OrderStatus.PARTIALLY_FILLED, 2, "10.1", "1010", Optional.empty()))
                .withMessage(
                        "order " + ID + ": filledQuantity 10.1 must not be above its quantity 10 unless it is FILLED");
        assertThat(order(OrderStatus.PARTIALLY_FILLED, 2, "10", "1000", Optional.empty())
                        .leavesQuantity())
                .as("what the book has not concluded yet")
                .isEqualTo(Quantity.ZERO);
    }

    @Test
    void onlyWhatARealBrokerExecutedIsNoSimulation() {
        assertThat(Arrays.stream(Reality.values()).filter(each -> !each.isSimulated()))
                .containsExactly(Reality.LIVE);
    }

    private static Order order(
            OrderStatus status, int version, String filled, String value, Optional<FailureCode> failure) {
        return new Order(TEN, status, version, Quantity.of(filled), new Money(new BigDecimal(value)), failure);
    }

    private static Fill fill(int n, String quantity, String price) {
        return new Fill("f/" + n, Quantity.of(quantity), Price.of(price), Money.ZERO, Wish.TIME);
    }
}
