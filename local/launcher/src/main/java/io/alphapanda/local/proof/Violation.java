package io.alphapanda.local.proof;

/// A promise was not kept. Says which, with the numbers.
public final class Violation extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Violation(String what) {
        super(what, null, false, false);
    }
}
