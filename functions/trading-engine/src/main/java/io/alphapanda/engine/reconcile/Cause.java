package io.alphapanda.engine.reconcile;

/// Why books are compared.
enum Cause {
    /// The process has started and the broker can be read.
    START,
    /// It is time.
    TIME,
    /// Somebody asked.
    DEMAND
}
