package io.alphapanda.local.kafkasource;

/// Makes the rare frequent, for tests: what a cluster does on a bad day, on demand. All off at the start; may
/// be changed while the source runs.
public final class FaultSwitches {
    private static final int MOST_DUPLICATES = 100;

    private volatile int duplicates;
    private volatile boolean overlap;

    FaultSwitches() {}

    /// Every delivered record is delivered that many times more, one after the other.
    public void duplicate(int times) {
        if (times < 0 || times > MOST_DUPLICATES) {
            throw new IllegalArgumentException(
                    "duplicates must be 0 to %d but are %d".formatted(MOST_DUPLICATES, times));
        }
        duplicates = times;
    }

    /// Every record is sent twice at the same time, as happens when an attempt times out and its receiver works on.
    public void overlap(boolean on) {
        overlap = on;
    }

    int duplicates() {
        return duplicates;
    }

    boolean overlap() {
        return overlap;
    }
}
