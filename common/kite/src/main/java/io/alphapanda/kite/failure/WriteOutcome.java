package io.alphapanda.kite.failure;

/// What became of a request that changes something. Every failure of a write ends in one of these; none is an
/// exception, so that nobody retries by reflex.
///
/// @param <T> what Kite answers when it accepts
public sealed interface WriteOutcome<T> {

    /// Kite has taken the request. That is not yet an execution.
    record Accepted<T>(T answer) implements WriteOutcome<T> {}

    /// The request has certainly not left this process: nothing happened at Kite.
    ///
    /// @param why the reason, without secrets
    record NotSent<T>(String why) implements WriteOutcome<T> {}

    /// Kite has certainly not done it, and said why.
    record Refused<T>(Refusal refusal) implements WriteOutcome<T> {}

    /// It may have been done, or may still be: look it up in the order book, never send it again.
    ///
    /// @param why the reason, without secrets
    record Unknown<T>(String why) implements WriteOutcome<T> {}
}
