package io.alphapanda.domain.strategy;

import io.alphapanda.domain.money.Side;
import java.util.Locale;

/// Goes with a strong move: buys when the newest of the last `lookback` prices lies more than `thresholdPercent` above
/// the oldest, sells when it lies more than that below.
///
/// | parameter | default | bounds | |
/// |---|---|---|---|
/// | lookback | 20 | 2-500 | prices looked at, the newest included |
/// | thresholdPercent | 1.2 | 0.01-50 | percent of the oldest price |
public final class Momentum implements StrategyType {

    @Override
    public String name() {
        return "momentum";
    }

    @Override
    public Strategy create(Parameters parameters) {
        parameters.only("lookback", "thresholdPercent");
        return new Rule(
                parameters.wholeNumber("lookback", 20, 2, 500), parameters.number("thresholdPercent", 1.2, 0.01, 50));
    }

    private record Rule(int lookback, double thresholdPercent) implements Strategy {

        @Override
        public StrategyState initial() {
            return StrategyState.EMPTY;
        }

        @Override
        public Reading observe(StrategyState before, Bar bar) {
            var state = before.remember(bar.close(), lookback);
            if (state.window().size() < lookback) {
                return Reading.quiet(state);
            }
            double oldest = state.window().getFirst();
            double change = Percent.of(bar.close() - oldest, oldest);
            if (Math.abs(change) <= thresholdPercent) {
                return Reading.quiet(state);
            }
            return Reading.favours(change > 0 ? Side.BUY : Side.SELL, state, reason(change));
        }

        private String reason(double change) {
            return String.format(
                    Locale.ROOT, "change=%.2f%% threshold=%s%% lookback=%d", change, thresholdPercent, lookback);
        }
    }
}
