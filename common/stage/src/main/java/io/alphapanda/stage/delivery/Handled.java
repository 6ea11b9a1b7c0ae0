package io.alphapanda.stage.delivery;

/// What became of an event that may be acknowledged.
public enum Handled {
    /// It took effect.
    DONE,
    /// It had taken effect before.
    DUPLICATE,
    /// It was put into its topic's dead letters.
    DEAD_LETTERED
}
