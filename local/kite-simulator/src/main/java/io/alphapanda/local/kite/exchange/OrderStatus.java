package io.alphapanda.local.kite.exchange;

/// The recorded states of an order. The broker's documentation calls its own list open.
public enum OrderStatus {
    PUT_ORDER_REQ_RECEIVED("PUT ORDER REQ RECEIVED"),
    VALIDATION_PENDING("VALIDATION PENDING"),
    OPEN_PENDING("OPEN PENDING"),
    OPEN("OPEN"),
    TRIGGER_PENDING("TRIGGER PENDING"),
    AMO_REQ_RECEIVED("AMO REQ RECEIVED"),
    MODIFY_VALIDATION_PENDING("MODIFY VALIDATION PENDING"),
    MODIFY_PENDING("MODIFY PENDING"),
    MODIFIED("MODIFIED"),
    CANCEL_PENDING("CANCEL PENDING"),
    COMPLETE("COMPLETE"),
    CANCELLED("CANCELLED"),
    REJECTED("REJECTED");

    private final String text;

    OrderStatus(String text) {
        this.text = text;
    }

    /// As on the wire.
    public String text() {
        return text;
    }

    public boolean terminal() {
        return this == COMPLETE || this == CANCELLED || this == REJECTED;
    }

    /// Not on its way anywhere: may be modified and cancelled.
    boolean working() {
        return this == OPEN || this == TRIGGER_PENDING || this == AMO_REQ_RECEIVED;
    }
}
