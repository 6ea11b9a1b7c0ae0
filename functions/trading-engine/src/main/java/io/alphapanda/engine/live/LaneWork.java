package io.alphapanda.engine.live;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// What one lane is doing at this moment, so that it does nothing twice at once and forgets nothing it was told
/// meanwhile.
final class LaneWork {

    private final long readEvery;
    private final long watchEvery;
    private final Set<String> sending = new HashSet<>();
    private boolean scanning;
    private boolean scanAgain;
    private boolean reading;
    private boolean readAgain;
    private boolean waiting;
    private long lastRead;
    private boolean everRead;

    /// @param readEvery  the shortest time between the beginnings of two readings
    /// @param watchEvery the longest, while nothing asks for one
    LaneWork(Duration readEvery, Duration watchEvery) {
        this.readEvery = readEvery.toNanos();
        this.watchEvery = watchEvery.toNanos();
    }

    /// Whether the caller scans now; otherwise somebody does, and will once more.
    synchronized boolean beginsScan() {
        if (scanning) {
            scanAgain = true;
            return false;
        }
        scanning = true;
        return true;
    }

    /// Whether to scan once more.
    synchronized boolean endsScan() {
        scanning = false;
        var again = scanAgain;
        scanAgain = false;
        return again;
    }

    /// Whether the caller sends that order now.
    synchronized boolean takes(String orderId, int most) {
        return sending.size() < most && sending.add(orderId);
    }

    synchronized void releases(String orderId) {
        sending.remove(orderId);
    }

    /// Whether the caller reads now: zero; after so long; or not at all, because somebody does or will.
    ///
    /// @param told whether there is a reason to read
    synchronized Optional<Duration> beginsReading(boolean told) {
        if (reading) {
            readAgain |= told;
            return Optional.empty();
        }
        if (waiting) {
            return Optional.empty();
        }
        long rest = everRead ? readEvery - (System.nanoTime() - lastRead) : 0;
        if (rest > 0) {
            waiting = told;
            return told ? Optional.of(Duration.ofNanos(rest)) : Optional.empty();
        }
        reading = true;
        return Optional.of(Duration.ZERO);
    }

    synchronized void waited() {
        waiting = false;
    }

    /// The book is read at this moment.
    synchronized void reads() {
        everRead = true;
        lastRead = System.nanoTime();
    }

    /// Whether to read once more.
    synchronized boolean endsReading() {
        reading = false;
        var again = readAgain;
        readAgain = false;
        return again;
    }

    /// Whether the book has not been read for so long that it should be, wanted or not.
    synchronized boolean isWatchDue() {
        return !everRead || System.nanoTime() - lastRead >= watchEvery;
    }
}
