package io.alphapanda.stage.replay;

/// Dead letters can't be read, or not be replayed; the message says which and why.
public final class ReplayException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ReplayException(String message) {
        super(message);
    }

    ReplayException(String message, Throwable cause) {
        super(message, cause);
    }
}
