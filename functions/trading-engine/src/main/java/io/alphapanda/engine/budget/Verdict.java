package io.alphapanda.engine.budget;

import java.time.Duration;

/// Whether a request may be sent.
public sealed interface Verdict {

    /// It may, and is counted. What the account has left, the reserve included.
    ///
    /// @param second of this second
    /// @param minute of this minute
    /// @param day    of this day
    record Granted(int second, int minute, int day) implements Verdict {}

    /// It may not, and is not counted.
    ///
    /// @param window     the longest window that has nothing left for it
    /// @param tryAgainIn until that window ends, above zero
    record Exhausted(Window window, Duration tryAgainIn) implements Verdict {}
}
