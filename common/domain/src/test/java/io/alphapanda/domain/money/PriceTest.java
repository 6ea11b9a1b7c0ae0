package io.alphapanda.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "0.000, 0", "-1, -1", "-1e-9, -0.000000001"})
    void aPriceIsAboveZeroAndTheRefusalShowsItPlainly(String text, String shown) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Price.of(text))
                .withMessage("price " + shown + " must be above 0");
    }

    @ParameterizedTest(name = "{1} at {0} cost {2}")
    @CsvSource({
        "3141.55,       75,         235616.25", // a lot of a share
        "67123.45,      0.00000001, 0.0006712345", // bitcoin's smallest unit
        "0.0000000001,  10000000000, 1",
        "3,             0,          0",
        "0.0000000005,  0.1,        0", // half of money's last digit: to the even neighbour
        "0.0000000015,  0.1,        0.0000000002",
        "0.0000000006,  0.1,        0.0000000001",
    })
    void unitsCostTheirPriceToTheTenDigitsMoneyCarries(String price, String quantity, String cost) {
        assertThat(Price.of(price).times(Quantity.of(quantity))).isEqualTo(Money.of(cost));
    }

    @Test
    void aValueMoneyCannotHoldIsRefusedNotCutOff() {
        assertThat(Price.of("99999999.9").times(Quantity.of("9999999"))).isEqualTo(Money.of("999999899000000.1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Price.of("100000000").times(Quantity.of("10000000")))
                .withMessage("money has 16 digits before the point; at most 15 fit");
    }

    @ParameterizedTest(name = "from {0} to {1} it is {2} basis points")
    @CsvSource({
        "100,  100,    0",
        "100,  101.5,  150",
        "100,  98.5,   -150",
        "100,  110,    1000",
        "3,    4,      3333.333333",
        "3,    2,      -3333.333333",
        "100,  100.0000000001, 0", // a hundred-millionth of a point is rounded away
    })
    void aDistanceIsSignedAndMeasuredInTheFirstPrice(String from, String to, String distance) {
        assertThat(Price.of(from).distanceTo(Price.of(to))).isEqualTo(BasisPoints.of(distance));
    }

    @ParameterizedTest(name = "{1} is farther than {2} points from {0}: {3}")
    @CsvSource({
        "100, 110,            1000, false",
        "100, 110.0000000001, 1000, true",
        "100, 90,             1000, false",
        "100, 89.9999999999,  1000, true",
        "100, 100,            0,    false",
        "100, 100.0000000001, 0,    true",
        "3,   4,  3333.333333, true", // the exact distance goes on
        "3,   4,  3333.333334, false",
    })
    void aBoundOnADistanceIsKeptToTheLastDigit(String from, String to, String points, boolean farther) {
        assertThat(Price.of(from).isFartherThan(BasisPoints.of(points), Price.of(to)))
                .isEqualTo(farther);
    }

    @ParameterizedTest(name = "{0} {1} worsened by {2} on steps of {3}: {4}")
    @CsvSource({
        "BUY,  100,    5,    0.05, 100.05",
        "SELL, 100,    5,    0.05, 99.95",
        "BUY,  100,    0,    0.05, 100",
        "SELL, 100,    0,    0.05, 100",
        "BUY,  100,    5.01, 0.05, 100.10", // 100.0501 lies above a step
        "SELL, 100,    5.01, 0.05, 99.9",
        "BUY,  100.02, 0,    0.05, 100.05", // off the grid: to the worse neighbour
        "SELL, 100.03, 0,    0.05, 100",
        "BUY,  67123.45, 5,  0.01, 67157.02",
        "SELL, 67123.45, 5,  0.01, 67089.88",
        "BUY,  0.05,   5,    0.05, 0.1",
        "SELL, 0.09,   5,    0.05, 0.05",
        "SELL, 0.05,   5,    0.05, 0.05", // nothing is quoted below one step
        "SELL, 0.03,   5,    0.05, 0.03", // and nobody gets more than the price
        "BUY,  0.03,   5,    0.05, 0.05",
        "SELL, 1,      10000, 0.05, 0.05",
        "SELL, 1,      20000, 0.05, 0.05",
    })
    void aSimulatedPriceIsMovedAgainstTheTraderOntoTheGrid(
            Side side, String price, String by, String increment, String worse) {
        assertThat(Price.of(price).worsenedFor(side, BasisPoints.of(by), Price.of(increment)))
                .isEqualTo(Price.of(worse));
    }

    @Property
    void aSimulatedFillCostsTheSlippageAndLessThanOneStepMore(
            @ForAll("prices") Price price, @ForAll("increments") Price increment, @ForAll("slippages") BasisPoints by) {
        var slippage = price.value().multiply(by.value()).movePointLeft(4);
        var atMost = slippage.add(increment.value());

        var bought = price.worsenedFor(Side.BUY, by, increment).value();
        assertThat(bought.subtract(price.value()))
                .isGreaterThanOrEqualTo(slippage)
                .isLessThan(atMost);
        assertThat(bought.remainder(increment.value())).isZero();

        var sold = price.worsenedFor(Side.SELL, by, increment).value();
        boolean onTheGrid = price.value().subtract(slippage).compareTo(increment.value()) >= 0;
        assertThat(price.value().subtract(sold))
                .isGreaterThanOrEqualTo(onTheGrid ? slippage : BigDecimal.ZERO)
                .isLessThan(atMost);
        if (onTheGrid) {
            assertThat(sold.remainder(increment.value())).isZero();
        }
    }

    @Test
    void slippageInTheTradersFavourIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Price.of("1").worsenedFor(Side.BUY, BasisPoints.of("-0.1"), Price.of("1")))
                .withMessage("slippage -0.1 must not be below 0 basis points");
    }

    @Test
    void pricesAreOrderedByTheirNumber() {
        assertThat(Price.of("9.9")).isLessThan(Price.of("10")).isEqualByComparingTo(Price.of("9.90"));
    }

    @Provide
    Arbitrary<Price> prices() {
        var any = Arbitraries.bigDecimals()
                .between(new BigDecimal("0.01"), new BigDecimal("1000000"))
                .ofScale(4);
        return any.map(Price::new);
    }

    @Provide
    Arbitrary<Price> increments() {
        return Arbitraries.of("0.0001", "0.01", "0.05", "0.25", "1").map(Price::of);
    }

    @Provide
    Arbitrary<BasisPoints> slippages() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("1000"))
                .ofScale(2)
                .map(BasisPoints::new);
    }
}
