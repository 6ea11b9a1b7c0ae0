package io.alphapanda.engine.control;

/// A command that can't be taken; the message says what to correct.
final class BadCommandException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BadCommandException(String message) {
        super(message, null, false, false);
    }
}
