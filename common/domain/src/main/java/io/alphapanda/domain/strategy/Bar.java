package io.alphapanda.domain.strategy;

import java.time.Instant;

/// What a strategy observes: one tick, or the ticks of one interval. Indicator arithmetic may use doubles; an order's
/// price never comes from here.
///
/// @param start  beginning of the interval; for a tick its time
/// @param open   first price, in the instrument's currency; all four are finite and above 0
/// @param high   highest price
/// @param low    lowest price
/// @param close  last price
/// @param ticks  how many ticks it holds
public record Bar(Instant start, double open, double high, double low, double close, int ticks) {

    public Bar {
        if (!(low > 0
                && high < Double.POSITIVE_INFINITY
                && low <= Math.min(open, close)
                && high >= Math.max(open, close))) {
            throw new IllegalArgumentException("bar open " + open + ", high " + high + ", low " + low + ", close "
                    + close + " must be finite, above 0 and within high and low");
        }
    }

    public static Bar of(Instant time, double price) {
        return new Bar(time, price, price, price, price, 1);
    }

    /// This bar with one more price.
    public Bar plus(double price) {
        return new Bar(start, open, Math.max(high, price), Math.min(low, price), price, ticks + 1);
    }
}
