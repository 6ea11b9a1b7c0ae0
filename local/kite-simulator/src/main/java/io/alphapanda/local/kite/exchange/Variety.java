package io.alphapanda.local.kite.exchange;

/// `variety`; the simulator trades regular and after-market orders.
public enum Variety {
    REGULAR("regular"),
    AMO("amo");

    private final String text;

    Variety(String text) {
        this.text = text;
    }

    /// As in the path and in the order row.
    public String text() {
        return text;
    }
}
