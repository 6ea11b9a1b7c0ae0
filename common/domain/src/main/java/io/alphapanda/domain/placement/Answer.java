package io.alphapanda.domain.placement;

import io.alphapanda.domain.order.FailureCode;

/// What a broker's answer to an order says about it.
public sealed interface Answer {

    /// The broker has it; that says nothing about its execution.
    ///
    /// @param brokerOrderId theirs
    record Accepted(String brokerOrderId) implements Answer {}

    /// The broker has seen it and does not take it. Certain: it is in nobody's book.
    ///
    /// @param words the broker's, for people
    record Refused(FailureCode code, String words) implements Answer {}

    /// Nothing has left the house. Certain.
    ///
    /// @param words what was in the way, for people
    record NotSent(FailureCode code, String words) implements Answer {}

    /// It may be in the book or not: a timeout, a dropped connection, a server's error, an answer nobody understands.
    ///
    /// @param words what was seen, for people
    record Unclear(String words) implements Answer {}
}
