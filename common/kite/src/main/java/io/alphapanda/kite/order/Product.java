package io.alphapanda.kite.order;

/// How a position is carried.
public enum Product {
    /// Delivery of shares, paid in full.
    CNC,
    /// Futures, options, currency and commodity, carried over night.
    NRML,
    /// Intraday; squared off by the broker in the afternoon.
    MIS,
    /// Delivery of shares, funded by the broker.
    MTF
}
