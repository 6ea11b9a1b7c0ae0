package io.alphapanda.local.kite.exchange;

/// `order_type`.
public enum OrderType {
    MARKET("MARKET"),
    LIMIT("LIMIT"),
    SL("SL"),
    SL_M("SL-M");

    private final String text;

    OrderType(String text) {
        this.text = text;
    }

    /// As on the wire.
    public String text() {
        return text;
    }

    boolean priced() {
        return this == LIMIT || this == SL;
    }

    boolean triggered() {
        return this == SL || this == SL_M;
    }
}
