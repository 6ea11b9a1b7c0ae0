package io.alphapanda.kite.market;

import java.util.Optional;

/// A part of an exchange, as the low byte of an instrument token names it. Known from Zerodha's own clients only.
public enum Segment {
    NSE(1),
    NFO(2),
    CDS(3),
    BSE(4),
    BFO(5),
    BCD(6),
    MCX(7),
    MCXSX(8),
    /// Not tradable.
    INDICES(9);

    private final int number;

    Segment(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    static Optional<Segment> of(int number) {
        for (var each : values()) {
            if (each.number == number) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
