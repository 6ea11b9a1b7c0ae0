package io.alphapanda.domain.strategy;

import io.alphapanda.domain.money.Side;
import java.util.Locale;

/// Goes against an exhausted move: buys while the Relative Strength Index lies below `oversold`, sells while it lies
/// above `overbought`. The formula and its source stand in [WilderRsi].
///
/// | parameter | default | bounds | |
/// |---|---|---|---|
/// | period | 14 | 2-500 | changes averaged |
/// | oversold | 30 | 0-100 | below `overbought` |
/// | overbought | 70 | 0-100 | |
public final class Rsi implements StrategyType {

    @Override
    public String name() {
        return "rsi";
    }

    @Override
    public Strategy create(Parameters parameters) {
        parameters.only("period", "oversold", "overbought");
        return new Rule(
                new WilderRsi(parameters.wholeNumber("period", 14, 2, 500)),
                parameters.number("oversold", 30, 0, 100),
                parameters.number("overbought", 70, 0, 100));
    }

    private record Rule(WilderRsi rsi, double oversold, double overbought) implements Strategy {

        Rule {
            if (oversold >= overbought) {
                throw new IllegalArgumentException(
                        "parameters.oversold " + oversold + " must be below parameters.overbought " + overbought);
            }
        }

        @Override
        public StrategyState initial() {
            return StrategyState.EMPTY;
        }

        @Override
        public Reading observe(StrategyState before, Bar bar) {
            var state = rsi.next(before, bar.close());
            var value = rsi.value(state);
            if (value.isEmpty()) {
                return Reading.quiet(state);
            }
            double index = value.getAsDouble();
            if (index < oversold) {
                return Reading.favours(Side.BUY, state, reason(index, "oversold", oversold));
            }
            if (index > overbought) {
                return Reading.favours(Side.SELL, state, reason(index, "overbought", overbought));
            }
            return Reading.quiet(state);
        }

        private static String reason(double index, String bound, double value) {
            return String.format(Locale.ROOT, "rsi=%.2f %s=%s", index, bound, value);
        }
    }
}
