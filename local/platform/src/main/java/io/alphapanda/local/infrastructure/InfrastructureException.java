package io.alphapanda.local.infrastructure;

/// The local infrastructure cannot start or do what was asked; the message says what to change.
public final class InfrastructureException extends RuntimeException {
    InfrastructureException(String message) {
        super(message);
    }

    InfrastructureException(String message, Throwable cause) {
        super(message, cause);
    }
}
