package io.alphapanda.stage.trouble;

/// Nothing was done, and it may go better next time: answered 503, so that the source retries. Carries no stack trace;
/// it is an answer, not a defect.
public class TransientException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public TransientException(String message) {
        super(message, null, false, false);
    }

    public TransientException(String message, Throwable cause) {
        super(message, cause, false, false);
    }
}
