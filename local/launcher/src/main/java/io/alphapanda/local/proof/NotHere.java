package io.alphapanda.local.proof;

/// An experiment can't be done here: says what it needs. Nothing is known of its promise.
public final class NotHere extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NotHere(String needs) {
        super(needs, null, false, false);
    }
}
