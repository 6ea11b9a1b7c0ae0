package io.alphapanda.local.launcher;

import java.time.Duration;

/// How a room's process comes about.
interface Launch {

    /// The command and where it runs. Environment and output are set by whoever starts it.
    ProcessBuilder process(Room room);

    /// Longest time until it is ready.
    Duration patience();
}
