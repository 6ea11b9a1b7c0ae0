package io.alphapanda.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.money.SignedQuantity;
import io.alphapanda.domain.portfolio.Ledger.Trade;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortfolioTest {

    private static final Money START = Money.of("1000000");

    @Test
    void startsWithItsCashAndNothingElse() {
        assertThat(Portfolio.startingWith(START)).isEqualTo(new Portfolio(START, START, Money.ZERO, Money.ZERO));
    }

    @Test
    void aDayIsBookedToTheLastPaisa() {
        var ledger = new Ledger(START)
                .book(trades(
                        "BUY 10 NSE:TCS @ 3141.55 fees 31.4155",
                        "BUY 100 NSE:INFY @ 1500 fees 150",
                        "SELL 4 NSE:TCS @ 3150 fees 12.6",
                        "SELL 150 NSE:INFY @ 1490.05 fees 223.5075",
                        "BUY 50 NSE:INFY @ 1480 fees 74"));
        assertThat(ledger.portfolio())
                .isEqualTo(new Portfolio(
                        START,
                        Money.of("980200.477"),
                        Money.of("-458.7"), // TCS 4 x 8.45, INFY 100 x -9.95, then 50 x 10.05
                        Money.of("491.523")));
        assertThat(ledger.position("NSE:TCS"))
                .isEqualTo(new Position(
                        SignedQuantity.of("6"), Money.of("18849.3"), Money.of("33.8"), Money.of("44.0155")));
        assertThat(ledger.position("NSE:INFY"))
                .isEqualTo(new Position(SignedQuantity.FLAT, Money.ZERO, Money.of("-492.5"), Money.of("447.5075")));
    }

    /// A thousand covers a short of ten at 100: what it brought in and as much again.
    @ParameterizedTest(name = "closed at {0}: cash {1}")
    @CsvSource({"100, 1000", "199.95, 0.5", "200, 0", "200.05, -0.5", "250, -500"})
    void aShortClosedBeyondTwiceItsPriceIsBookedAllTheSameAndLeavesCashBelowZero(String price, String cash) {
        var ledger = new Ledger(Money.of("1000")).book(trades("SELL 10 NSE:TCS @ 100", "BUY 10 NSE:TCS @ " + price));

        assertThat(ledger.portfolio().cash()).isEqualTo(Money.of(cash));
        assertThat(ledger.portfolio().isOverdrawn()).isEqualTo(cash.startsWith("-"));
        assertThat(ledger.portfolio().realizedPnl()).isEqualTo(Money.of(cash).minus(Money.of("1000")));
        assertThat(ledger.buyingPower()).isEqualTo(Money.of(cash));
    }

    @Property
    void cashAndPositionsAtCostAreAlwaysTheStartAndWhatWasRealisedLessFees(@ForAll("anyTrades") List<Trade> trades) {
        var ledger = new Ledger(START);
        for (var trade : trades) {
            ledger.book(trade);
            var portfolio = ledger.portfolio();
            assertThat(portfolio.cash().plus(ledger.cost()))
                    .isEqualTo(START.plus(portfolio.realizedPnl()).minus(portfolio.fees()));
            var position = ledger.position(trade.instrument());
            if (position.quantity().isFlat()) {
                assertThat(position.cost()).isEqualTo(Money.ZERO);
            } else {
                assertThat(position.cost().signum()).isIn(0, position.quantity().signum());
            }
        }
    }

    /// Whatever way the average took, everything sold in the end leaves exactly the cash that went in and out.
    @Property
    void aFlatBookHasRealisedExactlyWhatItsTradesBroughtIn(@ForAll("anyTrades") List<Trade> trades) {
        var ledger = new Ledger(START).book(trades);
        var flow = flow(trades);
        for (var instrument : INSTRUMENTS) {
            var held = ledger.position(instrument).quantity();
            if (!held.isFlat()) {
                var closing = new Trade(
                        instrument,
                        held.signum() > 0 ? Side.SELL : Side.BUY,
                        held.magnitude(),
                        Price.of("12.34"),
                        Money.ZERO);
                ledger.book(closing);
                flow = flow.plus(flow(List.of(closing)));
            }
        }
        assertThat(ledger.cost()).isEqualTo(Money.ZERO);
        assertThat(ledger.portfolio().realizedPnl()).isEqualTo(flow);
        assertThat(ledger.portfolio().cash())
                .isEqualTo(START.plus(flow).minus(ledger.portfolio().fees()));
    }

    @Test
    void theOrderOfFillsMattersSoItIsKept() {
        var asTraded = trades("BUY 10 NSE:TCS @ 100", "SELL 10 NSE:TCS @ 110", "BUY 10 NSE:TCS @ 120");
        var shuffled = trades("BUY 10 NSE:TCS @ 100", "BUY 10 NSE:TCS @ 120", "SELL 10 NSE:TCS @ 110");

        var right = new Ledger(START).book(asTraded);
        var wrong = new Ledger(START).book(shuffled);
        assertThat(right.portfolio().realizedPnl()).isEqualTo(Money.of("100"));
        assertThat(wrong.portfolio().realizedPnl()).isEqualTo(Money.ZERO);
        assertThat(right.position("NSE:TCS").averageEntryPrice()).contains(Price.of("120"));
        assertThat(wrong.position("NSE:TCS").averageEntryPrice()).contains(Price.of("110"));
        assertThat(right.portfolio().cash())
                .as("cash")
                .isEqualTo(wrong.portfolio().cash());
    }

    @Property
    void theOrderBetweenInstrumentsDoesNotMatter(@ForAll("anyTrades") List<Trade> trades) {
        var byInstrument = INSTRUMENTS.stream()
                .flatMap(instrument ->
                        trades.stream().filter(each -> each.instrument().equals(instrument)))
                .toList();
        var ledger = new Ledger(START).book(trades);
        var sorted = new Ledger(START).book(byInstrument);
        assertThat(sorted.portfolio()).isEqualTo(ledger.portfolio());
        assertThat(INSTRUMENTS)
                .allSatisfy(each -> assertThat(sorted.position(each)).isEqualTo(ledger.position(each)));
    }

    private static final List<String> INSTRUMENTS = List.of("NSE:TCS", "NSE:INFY", "BITSTAMP:btcusd");

    /// Lots and satoshis, prices that divide badly; the few sizes make partial closes, exact closes and turns common.
    @Provide
    Arbitrary<List<Trade>> anyTrades() {
        var sizes = Arbitraries.of("1", "2", "3", "7", "10", "75", "0.00000001", "0.33333333");
        var prices = Arbitraries.bigDecimals()
                .between(new BigDecimal("0.01"), new BigDecimal("70000"))
                .ofScale(2);
        var fees = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.TEN)
                .ofScale(10);
        return Combinators.combine(Arbitraries.of(INSTRUMENTS), Arbitraries.of(Side.class), sizes, prices, fees)
                .as((instrument, side, size, price, fee) ->
                        new Trade(instrument, side, Quantity.of(size), new Price(price), new Money(fee)))
                .list()
                .ofMaxSize(40);
    }

    /// Cash in less cash out, before fees.
    private static Money flow(List<Trade> trades) {
        return trades.stream()
                .map(each -> {
                    var value = each.price().times(each.quantity());
                    return each.side() == Side.BUY ? value.negated() : value;
                })
                .reduce(Money.ZERO, Money::plus);
    }

    private static List<Trade> trades(String... texts) {
        return Stream.of(texts).map(Trade::of).toList();
    }
}
