package io.alphapanda.local.check;

/// The audit could not be made: a store does not answer. Says nothing about the books.
public final class AuditException extends RuntimeException {

    private static final long serialVersionUID = 1;

    AuditException(String message, Throwable cause) {
        super(message, cause);
    }
}
