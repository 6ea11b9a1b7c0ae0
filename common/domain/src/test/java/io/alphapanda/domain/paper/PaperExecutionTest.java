package io.alphapanda.domain.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.alphapanda.domain.charge.Charged;
import io.alphapanda.domain.charge.Execution;
import io.alphapanda.domain.charge.FlatCharges;
import io.alphapanda.domain.charge.Product;
import io.alphapanda.domain.charge.ZerodhaCharges;
import io.alphapanda.domain.instrument.Venues;
import io.alphapanda.domain.money.BasisPoints;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.order.FailureCode;
import io.alphapanda.domain.order.Fill;
import io.alphapanda.domain.order.Order;
import io.alphapanda.domain.order.OrderRequest;
import io.alphapanda.domain.order.OrderStatus;
import io.alphapanda.domain.signal.Wish;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperExecutionTest {

    private static final PaperExecution PAPER = new PaperExecution(PaperTerms.DEFAULT);

    @Test
    void aMarketOrderIsFilledAtOnceAndWhollyFromItsOwnReferencePrice() {
        var order = order(Wish.buy("10").at("3141.55"));
        var fill = new Fill(
                "nse-1/momentum/NSE:TCS/7@paper/1/fill/1",
                Quantity.of(10),
                Price.of("3143.15"), // 3141.55 x 1.0005 = 3143.120775, up to the next step of 0.05
                Money.of("31.4315"), // a thousandth of 31431.50
                Wish.TIME);
        assertThat(PAPER.execute(order, Wish.TIME))
                .isEqualTo(new PaperExecution.Result(
                        new Order(
                                order.request(),
                                OrderStatus.FILLED,
                                2,
                                Quantity.of(10),
                                Money.of("31431.5"),
                                Optional.empty()),
                        Optional.of(fill)));
    }

    @Test
    void aLateExecutionGivesTheSameFillsAsTheMarketMomentItStandsFor() {
        var order = order(Wish.buy("10"));
        assertThat(PAPER.execute(order, Wish.TIME)).isEqualTo(PAPER.execute(order, Wish.TIME));
        var waited = PAPER.execute(order, Wish.TIME.plusSeconds(29)).fill().orElseThrow();
        assertThat(waited.executedAt()).isEqualTo(Wish.TIME.plusSeconds(29));
        assertThat(waited.lastPrice())
                .isEqualTo(PAPER.execute(order, Wish.TIME).fill().orElseThrow().lastPrice());
    }

    @ParameterizedTest(name = "{0} {1} of {2} at {3}: {4}, fees {5}")
    @CsvSource({
        "BUY,  10,         NSE:TCS,          100,      100.05,   1.0005",
        "SELL, 10,         NSE:TCS,          100,      99.95,    0.9995",
        "BUY,  1,          NSE:TCS,          100.01,   100.1,    0.1001",
        "SELL, 1,          NSE:TCS,          100.01,   99.95,    0.09995",
        "BUY,  0.00000001, BITSTAMP:btcusd,  67123.45, 67157.02, 0.0000006716", // 6.715702e-7, to ten digits
        "SELL, 0.5,        BITSTAMP:btcusd,  67123.45, 67089.88, 33.54494",
        "BUY,  75,         SIM:A,            0.05,     0.1,      0.0075",
        "SELL, 75,         SIM:A,            0.05,     0.05,     0.00375",
    })
    void slippageGoesAgainstTheTraderAndCommissionIsFlat(
            Side side, String quantity, String instrument, String reference, String price, String fees) {
        var order = order(
                new Wish().order(side, Quantity.of(quantity)).of(instrument).at(reference));
        assertThat(PAPER.execute(order, Wish.TIME).fill())
                .get()
                .extracting(Fill::lastPrice, Fill::fees)
                .containsExactly(Price.of(price), Money.of(fees));
    }

    @Property
    void slippageIsAlwaysWorseAndSignedThatWay(
            @ForAll @IntRange(min = 1, max = 10_000_000) int paise, @ForAll Side side) {
        var reference = new Price(BigDecimal.valueOf(paise, 2).add(BigDecimal.ONE));
        var order = order(new Wish().order(side, Quantity.of(3)).at(reference));
        var fill = PAPER.execute(order, Wish.TIME).fill().orElseThrow();
        var up = reference.distanceTo(fill.lastPrice()).value();
        var against = side == Side.BUY ? up : up.negate();
        assertThat(against).isGreaterThanOrEqualTo(new BigDecimal("5"));
        assertThat(fill.fees())
                .isEqualTo(fill.lastPrice().times(fill.lastQuantity()).share(BasisPoints.of("10")));
    }

    @Test
    void anAccountWithoutCostsTradesAtTheReference() {
        var free = new PaperExecution(terms("0", "0"));
        assertThat(free.execute(order(Wish.sell("10")), Wish.TIME).fill())
                .contains(new Fill(
                        "nse-1/momentum/NSE:TCS/7@paper/1/fill/1",
                        Quantity.of(10),
                        Price.of("100"),
                        Money.ZERO,
                        Wish.TIME));
    }

    /// Half past nine in India is 04:00Z; the session is 03:45Z to 10:00Z on a Friday in July 2026.
    @ParameterizedTest(name = "at {0}: {1} {2}")
    @CsvSource({
        "2026-07-31T03:44:59.999999999Z, FAILED, MARKET_CLOSED",
        "2026-07-31T03:45:00Z,           FILLED,",
        "2026-07-31T09:59:59.999999999Z, FILLED,",
        "2026-07-31T10:00:00Z,           FAILED, MARKET_CLOSED",
        "2026-08-01T04:00:00Z,           FAILED, MARKET_CLOSED", // Saturday
        "2026-10-02T04:00:00Z,           FAILED, MARKET_CLOSED", // a holiday
    })
    void anOrderInAClosedMarketIsRefusedWithTheReason(Instant moment, OrderStatus status, FailureCode failure) {
        var order = order(Wish.buy("10").seenAt(moment));
        assertEnded(PAPER.execute(order, moment), status, failure);
    }

    @ParameterizedTest(name = "{0} after its signal: {1} {2}")
    @CsvSource({
        "PT0S,           FILLED,",
        "PT29.999999999S, FILLED,",
        "PT30S,          EXPIRED, SIGNAL_EXPIRED",
        "PT30.000000001S, EXPIRED, SIGNAL_EXPIRED",
    })
    void anOrderWhoseSignalHasRunOutExpires(Duration waited, OrderStatus status, FailureCode failure) {
        var order = order(Wish.buy("10").expiring(Wish.TIME.plusSeconds(30)));
        assertEnded(PAPER.execute(order, Wish.TIME.plus(waited)), status, failure);
    }

    @Test
    void aSignalThatRanOutOvernightHasExpiredWhateverTheMarketDoes() {
        var order = order(Wish.buy("10"));
        assertEnded(
                PAPER.execute(order, Instant.parse("2026-08-01T04:00:00Z")),
                OrderStatus.EXPIRED,
                FailureCode.SIGNAL_EXPIRED);
    }

    @Test
    void anInstrumentOfAnUnknownVenueCannotBePlaced() {
        assertEnded(
                PAPER.execute(order(Wish.buy("10").of("MCX:GOLD")), Wish.TIME),
                OrderStatus.FAILED,
                FailureCode.VENUE_UNKNOWN);
    }

    @Test
    void aMarketThatNeverClosesFillsAtNightAndOnSundays() {
        var sunday = Instant.parse("2026-08-02T00:00:00Z");
        var order = order(Wish.buy("10").of("BITSTAMP:btcusd").seenAt(sunday));
        assertEnded(PAPER.execute(order, sunday), OrderStatus.FILLED, null);
    }

    @Test
    void anOrderThatHasEndedIsNotExecutedAgain() {
        var filled = PAPER.execute(order(Wish.buy("10")), Wish.TIME).order();
        assertThatIllegalStateException().isThrownBy(() -> PAPER.execute(filled, Wish.TIME));
        var failed =
                PAPER.execute(order(Wish.buy("10")), Wish.TIME.plusSeconds(30)).order();
        assertThatIllegalStateException()
                .isThrownBy(() -> PAPER.execute(failed, Wish.TIME))
                .withMessage("order nse-1/momentum/NSE:TCS/7@paper/1 is EXPIRED and can't become FILLED");
    }

    @Test
    void anAccountCostsWhatTheOriginsDid() {
        assertThat(PaperTerms.DEFAULT).isEqualTo(terms("5", "10"));
    }

    /// Of 1000.50: tax 1.0005, exchange 0.03071535, regulator 0.0010005, stamp 0.150075, and 18 % of the two before it.
    @Test
    void anAccountWithZerodhasChargesPaysThem() {
        var zerodha = new ZerodhaCharges(Product.DELIVERY);
        var fill = new PaperExecution(new PaperTerms(BasisPoints.of("5"), zerodha))
                .execute(order(Wish.buy("10")), Wish.TIME)
                .fill()
                .orElseThrow();
        var execution = Execution.at(
                Wish.TIME, Venues.find("NSE").orElseThrow(), Side.BUY, Price.of("100.05"), Quantity.of(10));

        assertThat(fill.lastPrice()).isEqualTo(Price.of("100.05"));
        assertThat(zerodha.on(execution)).isInstanceOfSatisfying(Charged.Known.class, known -> assertThat(
                        known.sheet().total())
                .isEqualTo(fill.fees())
                .isEqualTo(Money.of("1.187999703")));
    }

    @Test
    void anOrderNobodyKnowsTheChargesOfIsRefusedWithTheReason() {
        var zerodha = new PaperExecution(new PaperTerms(BasisPoints.of("5"), new ZerodhaCharges(Product.DELIVERY)));
        assertEnded(
                zerodha.execute(order(Wish.buy("1").of("BITSTAMP:btcusd")), Wish.TIME),
                OrderStatus.FAILED,
                FailureCode.CHARGES_UNKNOWN);
    }

    @Test
    void costsAreBoundedOnBothSides() {
        assertThat(terms("1000", "1000").slippage()).isEqualTo(BasisPoints.of("1000"));
        refused("slippage -0.0001", "-0.0001", "0");
        refused("slippage 1000.0001", "1000.0001", "0");
        refused("commission -0.0001", "0", "-0.0001");
        refused("commission 1000.0001", "0", "1000.0001");
    }

    private static void refused(String what, String slippage, String commission) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> terms(slippage, commission))
                .withMessage(what + " must be between 0 and 1000 basis points");
    }

    private static PaperTerms terms(String slippage, String commission) {
        return new PaperTerms(BasisPoints.of(slippage), new FlatCharges(BasisPoints.of(commission)));
    }

    private static void assertEnded(PaperExecution.Result result, OrderStatus status, FailureCode failure) {
        assertThat(result.order().status()).isEqualTo(status);
        assertThat(result.order().version()).isEqualTo(2);
        assertThat(result.order().failure()).isEqualTo(Optional.ofNullable(failure));
        assertThat(result.order().leavesQuantity()).isEqualTo(Quantity.ZERO);
        assertThat(result.fill().isPresent()).isEqualTo(failure == null);
    }

    private static Order order(Wish wish) {
        return Order.intended(OrderRequest.of(wish.copy()));
    }
}
