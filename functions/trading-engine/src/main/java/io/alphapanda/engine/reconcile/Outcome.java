package io.alphapanda.engine.reconcile;

/// What came of comparing books.
enum Outcome {
    EQUAL,
    /// The books contradict each other in a way nobody has accepted.
    DIFFERENT,
    /// The broker could not be read.
    UNREADABLE
}
