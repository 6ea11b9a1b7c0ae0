package io.alphapanda.domain.strategy;

/// Ratios that are compared with a threshold. Rounded to a billionth of a percent, so that a price exactly on the
/// threshold does not lie beyond it by an error of binary arithmetic: 101.2 is 1.2 % above 100, not 1.2000000000000028.
final class Percent {

    private static final double PLACES = 1e9;

    private Percent() {}

    /// `part` in percent of `whole`, which is not 0.
    static double of(double part, double whole) {
        return Math.rint(100 * part / whole * PLACES) / PLACES;
    }
}
