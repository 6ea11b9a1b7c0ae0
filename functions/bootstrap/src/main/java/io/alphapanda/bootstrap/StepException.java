package io.alphapanda.bootstrap;

/// Something is not in place. The message says what, and how to put it right, and is all a person needs to see.
final class StepException extends RuntimeException {

    private static final long serialVersionUID = 1;

    StepException(String message) {
        super(message);
    }

    StepException(String message, Throwable cause) {
        super(message, cause);
    }
}
