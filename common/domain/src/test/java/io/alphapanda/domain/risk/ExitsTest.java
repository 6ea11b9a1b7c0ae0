package io.alphapanda.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.alphapanda.domain.money.BasisPoints;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.signal.Wish;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which rules bind an order that only takes from a position (docs/decisions/exits-and-limits.md). Every table
/// holds the same orders: one that reduces, one that does by a ten-billionth too little or too much, and what
/// approvals in flight make of it.
class ExitsTest {

    @ParameterizedTest(name = "{0} {1} holding {2}, pending +{3} -{4}: {5}")
    @CsvSource({
        // a part and all of it; not one step through zero
        "SELL, 4,             10,  0, 0,  true",
        "SELL, 10,            10,  0, 0,  true",
        "SELL, 10.0000000001, 10,  0, 0,  false",
        "BUY,  4,             -10, 0, 0,  true",
        "BUY,  10,            -10, 0, 0,  true",
        "BUY,  10.0000000001, -10, 0, 0,  false",
        "SELL, 0.0000000001,  0.0000000001, 0, 0, true",
        // from flat, and more of the same, is opening
        "SELL, 0.0000000001,  0,   0, 0,  false",
        "BUY,  0.0000000001,  0,   0, 0,  false",
        "BUY,  1,             10,  0, 0,  false",
        "SELL, 1,             -10, 0, 0,  false",
        // an exit in flight has its part of the position already
        "SELL, 5,             10,  0, 5,  true",
        "SELL, 5.0000000001,  10,  0, 5,  false",
        "SELL, 0.0000000001,  10,  0, 10, false",
        "BUY,  5,             -10, 5, 0,  true",
        "BUY,  5.0000000001,  -10, 5, 0,  false",
        // an entry in flight may fail, so there is nothing of it to get out of yet
        "SELL, 10,            0,   10, 0, false",
        "SELL, 10,            10,  10, 0, true",
        "SELL, 10.0000000001, 10,  10, 0, false",
        "BUY,  10,            0,   0, 10, false",
        "BUY,  10,            -10, 0, 10, true",
    })
    void limitsOfExposureLetAnOrderPassExactlyIfItOnlyReduces(
            Side side, String quantity, String held, String buys, String sells, boolean reduces) {
        var wish = new Wish().order(side, Quantity.of(quantity));
        var known = new Known().exposure(held, buys, sells);
        var nothingMore = new RiskLimits(Quantity.ZERO, 0, BasisPoints.ZERO, Money.ZERO);

        var decision = new Rulebook(nothingMore)
                .judge(wish.signal(), known.cash("0").trades(1).facts());

        assertThat(decision.isApproved()).isEqualTo(reduces);
        assertThat(decision.verdicts().stream().filter(Verdict::isDenial).map(Verdict::rule))
                .containsExactlyElementsOf(
                        reduces ? List.of() : List.of("order-value", "daily-trades", "position", "cash"));
    }

    @ParameterizedTest(name = "{0} at {1} after {2} trades: {3}")
    @CsvSource({
        "SELL, 100000,    49, ",
        "SELL, 100000,    50, ",
        "SELL, 100000,    51, ",
        "SELL, 100000.05, 50, ",
        "BUY,  100000,    49, ",
        "BUY,  100000,    50, DAILY_TRADES_EXCEEDED",
        "BUY,  100000.05, 49, ORDER_VALUE_EXCEEDED",
    })
    void heldTenAtTheBoundsOfADay(Side side, String price, int trades, DenialCode denial) {
        var decision = new Rulebook(RiskLimits.DEFAULT)
                .judge(
                        new Wish().order(side, Quantity.of("10")).at(price).signal(),
                        new Known()
                                .exposure("10", "0", "0")
                                .trades(trades)
                                .cash("10000000")
                                .facts());

        assertThat(decision.denial()).isEqualTo(Optional.ofNullable(denial));
    }

    @Test
    void verdictOfAnExitBeyondALimitSaysThatItOpensNothing() {
        var decision = new Rulebook(RiskLimits.DEFAULT)
                .judge(
                        Wish.sell("10").at("200000").signal(),
                        new Known().exposure("10", "0", "0").trades(50).facts());

        assertThat(decision.verdicts())
                .filteredOn(each -> each.numbers().containsKey("opens"))
                .extracting(Verdict::rule, each -> each.numbers().get("opens"))
                .containsExactly(tuple("order-value", "0"), tuple("daily-trades", "0"));
    }

    @ParameterizedTest
    @CsvSource({"SIGNAL_EXPIRED", "SIGNAL_DUPLICATE", "SIGNAL_HISTORY_UNKNOWN", "PRICE_OUTSIDE_COLLAR"})
    void whatIsKnownOfTheSignalBindsExitsToo(DenialCode code) {
        var exit = Wish.sell("10");
        var holding = new Known().exposure("10", "0", "0");
        var denied =
                switch (code) {
                    case SIGNAL_EXPIRED -> judge(exit, holding.asOf(Wish.TIME.plusSeconds(30)));
                    case SIGNAL_DUPLICATE -> judge(exit, holding.decidedBefore(true));
                    case SIGNAL_HISTORY_UNKNOWN -> judge(exit, holding.noHistory());
                    case PRICE_OUTSIDE_COLLAR -> judge(exit.named("89.95"), holding);
                    default -> throw new AssertionError(code);
                };

        assertThat(denied.denial()).contains(code);
    }

    /// Nobody can say that it only reduces.
    @Test
    void orderOfAnUnknownExposureIsBoundByEveryLimit() {
        var decision =
                judge(Wish.sell("10").at("200000"), new Known().noExposure().trades(50));

        assertThat(decision.verdicts().stream().flatMap(each -> each.denial().stream()))
                .containsExactly(
                        DenialCode.ORDER_VALUE_EXCEEDED,
                        DenialCode.DAILY_TRADES_EXCEEDED,
                        DenialCode.POSITION_UNKNOWN,
                        DenialCode.CASH_UNKNOWN);
        assertThat(decision.verdicts().get(3).numbers()).containsEntry("opens", "unknown");
    }

    private static RiskDecision judge(Wish wish, Known known) {
        return new Rulebook(RiskLimits.DEFAULT).judge(wish.signal(), known.facts());
    }
}
