package io.alphapanda.stage.door;

/// An event no function may see.
public final class BadEventException extends Exception {

    private static final long serialVersionUID = 1;

    private final DeadLetterReason reason;

    public BadEventException(DeadLetterReason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    public DeadLetterReason reason() {
        return reason;
    }
}
