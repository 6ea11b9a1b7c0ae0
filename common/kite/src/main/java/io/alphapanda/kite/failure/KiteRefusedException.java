package io.alphapanda.kite.failure;

/// The same request would fail again: something in it is wrong, it is not permitted, or the answer is none we know.
public final class KiteRefusedException extends KiteException {

    private static final long serialVersionUID = 1;

    KiteRefusedException(String message) {
        super(message);
    }
}
