package io.alphapanda.domain.strategy;

import io.alphapanda.domain.money.Side;
import java.util.List;
import java.util.Locale;

/// Goes with a price that leaves its range: buys above the highest price of the `lookback` observations before this
/// one, sells below the lowest. The range is R. Donchian's channel.
///
/// | parameter | default | bounds | |
/// |---|---|---|---|
/// | lookback | 20 | 1-250 | observations that make the range |
/// | bufferPercent | 0.0 | 0-50 | how far beyond the range the price must be, in percent of the range's edge |
public final class Breakout implements StrategyType {

    @Override
    public String name() {
        return "breakout";
    }

    @Override
    public Strategy create(Parameters parameters) {
        parameters.only("lookback", "bufferPercent");
        return new Rule(parameters.wholeNumber("lookback", 20, 1, 250), parameters.number("bufferPercent", 0.0, 0, 50));
    }

    /// The window holds each observation's high, then its low.
    private record Rule(int lookback, double bufferPercent) implements Strategy {

        @Override
        public StrategyState initial() {
            return StrategyState.EMPTY;
        }

        @Override
        public Reading observe(StrategyState before, Bar bar) {
            int size = 2 * lookback;
            var state = before.remember(bar.high(), size).remember(bar.low(), size);
            if (before.window().size() < size) {
                return Reading.quiet(state);
            }
            double price = bar.close();
            double ceiling = highest(before.window()) * (1 + bufferPercent / 100);
            if (price > ceiling) {
                return Reading.favours(Side.BUY, state, reason(price, "ceiling", ceiling));
            }
            double floor = lowest(before.window()) * (1 - bufferPercent / 100);
            if (price < floor) {
                return Reading.favours(Side.SELL, state, reason(price, "floor", floor));
            }
            return Reading.quiet(state);
        }

        private static double highest(List<Double> prices) {
            double highest = 0;
            for (double price : prices) {
                highest = Math.max(highest, price);
            }
            return highest;
        }

        private static double lowest(List<Double> prices) {
            double lowest = Double.MAX_VALUE;
            for (double price : prices) {
                lowest = Math.min(lowest, price);
            }
            return lowest;
        }

        private String reason(double price, String edge, double value) {
            return String.format(Locale.ROOT, "price=%s %s=%.4f lookback=%d", price, edge, value, lookback);
        }
    }
}
