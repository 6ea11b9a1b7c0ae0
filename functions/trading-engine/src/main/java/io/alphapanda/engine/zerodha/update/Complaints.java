package io.alphapanda.engine.zerodha.update;

import java.time.Duration;
import java.util.OptionalLong;

/// How often a complaint is worth a line of the log: whoever posts rubbish must not fill it.
final class Complaints {

    private static final long EVERY = Duration.ofMinutes(1).toNanos();

    private long untold;
    private long lastTold;
    private boolean everTold;

    /// One more reason to complain.
    ///
    /// @param now `System.nanoTime()`
    /// @return how many there were since the last line, if it is time for one
    synchronized OptionalLong add(long now) {
        untold++;
        if (everTold && now - lastTold < EVERY) {
            return OptionalLong.empty();
        }
        everTold = true;
        lastTold = now;
        long told = untold;
        untold = 0;
        return OptionalLong.of(told);
    }
}
