package io.alphapanda.domain.strategy;

import io.alphapanda.domain.money.Side;
import java.util.List;
import java.util.Locale;

/// Bets on the way back to the average: buys when the price has fallen through the lower Bollinger band and the
/// Relative Strength Index calls it oversold, sells on the mirror image.
///
/// Bands: the mean of the last `lookback` prices, the newest included, plus and minus `sigma` population standard
/// deviations (J. Bollinger, Bollinger on Bollinger Bands, 2001). The index: [WilderRsi].
///
/// | parameter | default | bounds | |
/// |---|---|---|---|
/// | lookback | 20 | 2-500 | prices in the mean |
/// | sigma | 2.0 | 0.1-10 | width of the bands |
/// | rsiPeriod | 14 | 2-500 | changes averaged |
/// | oversold | 30 | 0-100 | below `overbought` |
/// | overbought | 70 | 0-100 | |
public final class MeanReversion implements StrategyType {

    @Override
    public String name() {
        return "mean-reversion";
    }

    @Override
    public Strategy create(Parameters parameters) {
        parameters.only("lookback", "sigma", "rsiPeriod", "oversold", "overbought");
        return new Rule(
                parameters.wholeNumber("lookback", 20, 2, 500),
                parameters.number("sigma", 2.0, 0.1, 10),
                new WilderRsi(parameters.wholeNumber("rsiPeriod", 14, 2, 500)),
                parameters.number("oversold", 30, 0, 100),
                parameters.number("overbought", 70, 0, 100));
    }

    private record Rule(int lookback, double sigma, WilderRsi rsi, double oversold, double overbought)
            implements Strategy {

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
            double price = bar.close();
            var state = rsi.next(before.remember(price, lookback), price);
            var value = rsi.value(state);
            if (state.window().size() < lookback || value.isEmpty()) {
                return Reading.quiet(state);
            }
            double index = value.getAsDouble();
            double mean = mean(state.window());
            double width = sigma * deviation(state.window(), mean);
            if (price < mean - width && index < oversold) {
                return Reading.favours(Side.BUY, state, reason(price, "lower", mean - width, index));
            }
            if (price > mean + width && index > overbought) {
                return Reading.favours(Side.SELL, state, reason(price, "upper", mean + width, index));
            }
            return Reading.quiet(state);
        }

        private static double mean(List<Double> prices) {
            double sum = 0;
            for (double price : prices) {
                sum += price;
            }
            return sum / prices.size();
        }

        private static double deviation(List<Double> prices, double mean) {
            double squares = 0;
            for (double price : prices) {
                squares += (price - mean) * (price - mean);
            }
            return Math.sqrt(squares / prices.size());
        }

        private static String reason(double price, String band, double value, double index) {
            return String.format(Locale.ROOT, "price=%s %s=%.4f rsi=%.2f", price, band, value, index);
        }
    }
}
