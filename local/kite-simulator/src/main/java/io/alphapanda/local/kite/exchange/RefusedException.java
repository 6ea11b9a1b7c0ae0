package io.alphapanda.local.kite.exchange;

/// A request that is answered with an error; the door turns it into the error envelope.
public final class RefusedException extends RuntimeException {
    private final transient Refusal refusal;

    public RefusedException(Refusal refusal) {
        super(refusal.message(), null, false, false);
        this.refusal = refusal;
    }

    public RefusedException(ErrorType type, String message) {
        this(Refusal.preCheck(type, message));
    }

    public RefusedException(ErrorType type, int status, String message) {
        this(new Refusal(type, status, message, Refusal.Form.PRE_CHECK));
    }

    public Refusal refusal() {
        return refusal;
    }
}
