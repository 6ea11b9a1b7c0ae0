package io.alphapanda.stage.preflight;

/// A fact as far as it could be seen.
public sealed interface Seen<T> {

    /// It was looked at.
    record Known<T>(T value) implements Seen<T> {}

    /// It was looked for and is not to be had: the store is away, the value can't be used.
    ///
    /// @param why for people, never a secret
    record Missing<T>(String why) implements Seen<T> {}

    /// Nobody looked, because from here it can't be seen.
    ///
    /// @param why for people
    record Unseen<T>(String why) implements Seen<T> {}
}
