package io.alphapanda.kite.failure;

/// A read that gave nothing. The subclass says what to do; the message is free of secrets and without a stack trace,
/// for it comes from another machine, not from a line of ours.
public abstract sealed class KiteException extends RuntimeException
        permits KiteUnavailableException, KiteSessionException, KiteRefusedException {

    private static final long serialVersionUID = 1;

    KiteException(String message) {
        super(message, null, false, false);
    }
}
