package io.alphapanda.local.launcher;

/// The house can't start, or a command can't be done; the message is all a person needs.
final class StartException extends RuntimeException {

    private static final long serialVersionUID = 1;

    StartException(String message) {
        super(message, null, false, false);
    }
}
