package io.alphapanda.domain.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class WilderRsiTest {

    /// Closing prices and 14-day RSI of QQQQ from the worksheet cs-rsi of StockCharts' ChartSchool, "Relative Strength
    /// Index (RSI)".
    private static final double[] PUBLISHED_CLOSES = {
        44.3389, 44.0902, 44.1497, 43.6124, 44.3278, 44.8264, 45.0955, 45.4245, 45.8433, 46.0826, 45.8931, 46.0328,
        45.6140, 46.2820, 46.2820, 46.0028, 46.0328, 46.4116, 46.2222, 45.6439, 46.2122, 46.2521, 45.7137, 46.4515,
        45.7835, 45.3548, 44.0288, 44.1783, 44.2181, 44.5672, 43.4205, 42.6628, 43.1314
    };

    private static final double[] PUBLISHED_RSI = {
        70.53, 66.32, 66.55, 69.41, 66.36, 57.97, 62.93, 63.26, 56.06, 62.38, 54.71, 50.42, 39.99, 41.46, 41.87, 45.46,
        37.30, 33.08, 37.77
    };

    @Test
    void givesThePublishedValues() {
        var values = values(14, PUBLISHED_CLOSES);
        assertThat(values.subList(0, 14)).containsOnly(OptionalDouble.empty());
        for (int i = 0; i < PUBLISHED_RSI.length; i++) {
            assertThat(values.get(14 + i).getAsDouble())
                    .as("day %d", 15 + i)
                    .isCloseTo(PUBLISHED_RSI[i], within(0.005));
        }
    }

    @Test
    void smoothsAsWorkedOutByHand() {
        // Period 2. Changes +2 -1: averages 1 and 0.5, RSI 100 * 1 / 1.5. Then +3: (1 + 3) / 2 = 2 and 0.5 / 2 = 0.25,
        // RSI 100 * 2 / 2.25.
        assertThat(values(2, 10, 12, 11, 14))
                .containsExactly(
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.of(66.666666667),
                        OptionalDouble.of(88.888888889));
    }

    @Test
    void is100WhenNothingFellZeroWhenNothingRoseAnd50WhenNothingMoved() {
        assertThat(values(2, 1, 2, 3).getLast()).hasValue(100);
        assertThat(values(2, 3, 2, 1).getLast()).hasValue(0);
        assertThat(values(2, 5, 5, 5).getLast()).hasValue(50);
    }

    @Test
    void liesOnTheBoundAndNotBeyondItWhenSevenOfTenChangesRose() {
        assertThat(values(10, 10, 11, 12, 13, 14, 15, 16, 17, 16, 15, 14).getLast())
                .hasValue(70);
    }

    @Test
    void leavesTheWindowToTheStrategy() {
        var state = StrategyState.EMPTY.remember(7, 3);
        assertThat(new WilderRsi(2).next(state, 5).window()).containsExactly(7.0);
    }

    private static List<OptionalDouble> values(int period, double... prices) {
        var rsi = new WilderRsi(period);
        var state = StrategyState.EMPTY;
        var values = new ArrayList<OptionalDouble>();
        for (double price : prices) {
            state = rsi.next(state, price);
            values.add(rsi.value(state));
        }
        return values;
    }
}
