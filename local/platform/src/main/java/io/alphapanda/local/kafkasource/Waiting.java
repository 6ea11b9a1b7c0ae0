package io.alphapanda.local.kafkasource;

import java.time.Duration;

/// Waits between attempts; the tests' one only takes notes.
@FunctionalInterface
interface Waiting {
    /// False when the source closed meanwhile.
    boolean pause(Duration duration);
}
