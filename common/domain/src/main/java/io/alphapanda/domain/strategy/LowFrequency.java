package io.alphapanda.domain.strategy;

import io.alphapanda.domain.money.Side;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A demonstration that always trades: buys at the first price, then sells, then buys again, at most once in
/// `cooldownSeconds` of market time. It looks at no price and earns nothing; it shows that the pipeline is alive.
///
/// Venue times run backwards now and then. The cooldown is measured from the latest signal's time, which never goes
/// back, so a late tick cannot shorten it.
///
/// | parameter | default | bounds | |
/// |---|---|---|---|
/// | cooldownSeconds | 900 | 1-86400 | least time between two signals |
public final class LowFrequency implements StrategyType {

    @Override
    public String name() {
        return "low-frequency";
    }

    @Override
    public Strategy create(Parameters parameters) {
        parameters.only("cooldownSeconds");
        return new Rule(parameters.wholeNumber("cooldownSeconds", 900, 1, 86_400));
    }

    private record Rule(int cooldownSeconds) implements Strategy {

        /// Whole milliseconds since 1970 fit a double exactly for the next quarter of a million years.
        private static final String LAST_MILLIS = "last.millis";

        private static final String SIGNALS = "signals";

        @Override
        public StrategyState initial() {
            return StrategyState.EMPTY;
        }

        @Override
        public Reading observe(StrategyState state, Bar bar) {
            double now = millis(bar.start());
            double due = state.register(LAST_MILLIS, Double.NEGATIVE_INFINITY) + 1000.0 * cooldownSeconds;
            if (now < due) {
                return Reading.quiet(state);
            }
            double signals = state.register(SIGNALS, 0);
            var after = new StrategyState(List.of(), Map.of(LAST_MILLIS, now, SIGNALS, signals + 1));
            return Reading.favours(signals % 2 == 0 ? Side.BUY : Side.SELL, after, reason(signals + 1));
        }

        private static double millis(Instant time) {
            return 1000.0 * time.getEpochSecond() + Math.floorDiv(time.getNano(), 1_000_000);
        }

        private String reason(double number) {
            return String.format(Locale.ROOT, "number=%.0f cooldown=%ds", number, cooldownSeconds);
        }
    }
}
