package io.alphapanda.kite.json;

/// Text that is not what it should be. The message names the place, never the value.
public final class UnreadableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String what;
    private final boolean broken;

    private UnreadableException(String message, boolean broken) {
        super(message, null, false, false);
        this.what = message;
        this.broken = broken;
    }

    /// It breaks off, or is something else altogether; another try may give a whole one.
    public static UnreadableException broken(String message) {
        return new UnreadableException(message, true);
    }

    /// It is whole, but of a shape nobody documented.
    public static UnreadableException strange(String message) {
        return new UnreadableException(message, false);
    }

    @Override
    public String getMessage() {
        return what;
    }

    public boolean isBroken() {
        return broken;
    }
}
