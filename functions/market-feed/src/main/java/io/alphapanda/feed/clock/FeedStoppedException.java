package io.alphapanda.feed.clock;

/// The feed has been asked to stop; unwinds its thread from wherever it is.
public final class FeedStoppedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public FeedStoppedException() {
        super("the feed was asked to stop", null, false, false);
    }
}
