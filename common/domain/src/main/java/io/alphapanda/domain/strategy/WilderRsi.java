package io.alphapanda.domain.strategy;

import java.util.Map;
import java.util.OptionalDouble;

/// The Relative Strength Index: how much of the recent movement went up, from 0 (all of it down) to 100 (all of it up).
///
/// ```
/// first average   the mean of the first `period` gains (or losses)
/// every later one (previous average * (period - 1) + newest gain) / period
/// RSI             100 * average gain / (average gain + average loss)
/// ```
///
/// That is `100 - 100 / (1 + gain / loss)` without its division by zero; a price that never moved counts as 50, neither
/// way. Source: J. Welles Wilder, New Concepts in Technical Trading Systems (1978), section VI.
///
/// It keeps its averages in the state's registers, which it has to itself; the window is the strategy's.
///
/// @param period how many changes are averaged
record WilderRsi(int period) {

    private static final String LAST = "rsi.last";
    private static final String GAIN = "rsi.gain";
    private static final String LOSS = "rsi.loss";
    private static final String CHANGES = "rsi.changes";

    /// The memory after one more price.
    StrategyState next(StrategyState state, double price) {
        double last = state.register(LAST, price);
        double changes = state.registers().containsKey(LAST) ? state.register(CHANGES, 0) + 1 : 0;
        double gain = average(state.register(GAIN, 0), Math.max(price - last, 0), changes);
        double loss = average(state.register(LOSS, 0), Math.max(last - price, 0), changes);
        return new StrategyState(
                state.window(), Map.of(LAST, price, GAIN, gain, LOSS, loss, CHANGES, Math.min(changes, period)));
    }

    /// The index; empty until `period` changes have been seen.
    OptionalDouble value(StrategyState state) {
        if (state.register(CHANGES, 0) < period) {
            return OptionalDouble.empty();
        }
        double gain = state.register(GAIN, 0);
        double movement = gain + state.register(LOSS, 0);
        return OptionalDouble.of(movement == 0 ? 50 : Percent.of(gain, movement));
    }

    /// The mean while the first `period` changes come in, Wilder's smoothing from then on.
    private double average(double previous, double newest, double changes) {
        double weight = Math.clamp(changes, 1, period);
        return (previous * (weight - 1) + newest) / weight;
    }
}
