package io.alphapanda.kite.failure;

/// The access token is dead or wrong. Trying again is useless and counts against the app: a person logs in.
public final class KiteSessionException extends KiteException {

    private static final long serialVersionUID = 1;

    KiteSessionException(String message) {
        super(message);
    }
}
