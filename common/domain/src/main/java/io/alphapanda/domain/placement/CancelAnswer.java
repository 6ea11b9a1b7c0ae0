package io.alphapanda.domain.placement;

/// What a broker's answer to a cancellation says. None of it ends the order: the broker's book does, and it shows too
/// what was filled meanwhile.
public sealed interface CancelAnswer {

    /// The broker has the request and is at it.
    record Taken() implements CancelAnswer {}

    /// The broker has seen it and does not do it: the order has ended, or is not known there, or nobody may ask.
    ///
    /// @param words the broker's, for people
    record Refused(String words) implements CancelAnswer {}

    /// Nothing has left the house. Certain.
    ///
    /// @param words what was in the way, for people
    record NotSent(String words) implements CancelAnswer {}

    /// It may have arrived or not.
    ///
    /// @param words what was seen, for people
    record Unclear(String words) implements CancelAnswer {}
}
