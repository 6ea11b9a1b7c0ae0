package io.alphapanda.local.kite.exchange;

/// `product`: delivery, overnight derivatives, intraday, margin trading.
public enum Product {
    CNC,
    NRML,
    MIS,
    MTF;

    boolean delivery() {
        return this == CNC || this == MTF;
    }
}
