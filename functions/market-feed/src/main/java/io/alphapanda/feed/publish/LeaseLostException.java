package io.alphapanda.feed.publish;

import io.alphapanda.stage.trouble.TransientException;

/// The right to publish has gone to somebody else, or could not be renewed in time.
public final class LeaseLostException extends TransientException {

    private static final long serialVersionUID = 1;

    LeaseLostException(String message) {
        super(message);
    }
}
