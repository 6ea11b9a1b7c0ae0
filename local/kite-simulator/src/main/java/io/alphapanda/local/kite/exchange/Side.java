package io.alphapanda.local.kite.exchange;

/// `transaction_type`.
public enum Side {
    BUY,
    SELL;

    /// +1 or -1: what a fill does to a position.
    int sign() {
        return this == BUY ? 1 : -1;
    }
}
