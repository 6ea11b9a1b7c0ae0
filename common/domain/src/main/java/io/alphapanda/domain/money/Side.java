package io.alphapanda.domain.money;

/// Which way an order goes.
public enum Side {
    BUY,
    SELL;

    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }
}
