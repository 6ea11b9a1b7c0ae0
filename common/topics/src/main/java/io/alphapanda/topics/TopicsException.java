package io.alphapanda.topics;

import org.jspecify.annotations.Nullable;

/// Kafka did not answer, or refused. The message says to what, and how to go on.
public final class TopicsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    TopicsException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
