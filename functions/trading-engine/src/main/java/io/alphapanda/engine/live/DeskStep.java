package io.alphapanda.engine.live;

/// The named steps of sending an order, and of asking for its end. A process may die, or be held up, at any of
/// them; each has a test.
public enum DeskStep {
    BEFORE_SENDING_COMMITS,
    BEFORE_THE_BROKER,
    AFTER_THE_BROKER,
    AFTER_THE_ANSWER_COMMITS,
    BEFORE_THE_CANCELLATION,
    AFTER_THE_CANCELLATION
}
