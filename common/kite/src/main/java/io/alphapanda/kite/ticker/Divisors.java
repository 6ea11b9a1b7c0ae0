package io.alphapanda.kite.ticker;

import io.alphapanda.kite.market.Segment;

/// Prices travel as whole numbers: what they are divided by.
///
/// @param usual    of all but currencies; 100
/// @param cds      of NSE's currencies; 10,000,000
/// @param bcd      of BSE's currencies: 10,000 in Zerodha's clients, 10,000,000 in its documentation. Not established,
///                 hence configurable
public record Divisors(long usual, long cds, long bcd) {

    /// As Zerodha's own clients have them.
    public static final Divisors OF_THE_CLIENTS = new Divisors(100, 10_000_000, 10_000);

    public Divisors {
        check("usual divisor", usual);
        check("CDS divisor", cds);
        check("BCD divisor", bcd);
    }

    long of(Segment segment) {
        return switch (segment) {
            case CDS -> cds;
            case BCD -> bcd;
            case NSE, NFO, BSE, BFO, MCX, MCXSX, INDICES -> usual;
        };
    }

    /// A power of ten: everything else would leave fractions without an end.
    private static void check(String field, long value) {
        if (!Long.toString(value).matches("10{0,9}")) {
            throw new IllegalArgumentException(field + " " + value + " must be 1, 10, 100 … at most 1000000000");
        }
    }
}
