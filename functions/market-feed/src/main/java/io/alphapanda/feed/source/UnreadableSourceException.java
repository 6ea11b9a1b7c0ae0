package io.alphapanda.feed.source;

/// The source can't be read, and trying again would not help. The message is for people.
public final class UnreadableSourceException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnreadableSourceException(String message) {
        super(message, null, false, false);
    }

    public UnreadableSourceException(String message, Throwable cause) {
        super(message, cause, false, false);
    }
}
