package io.alphapanda.stage.replay;

/// Counts the letters of one look or run.
final class Tally {

    private final int limit;
    private int replayed;
    private int earlier;
    private int refused;
    private int beyond;

    Tally(int limit) {
        this.limit = limit;
    }

    /// Counts one; false if it is left alone because an earlier run has replayed it.
    boolean add(Verdict verdict, boolean again) {
        return switch (verdict) {
            case Verdict.Refused _ -> {
                refused++;
                yield true;
            }
            case Verdict.Replayable able
            when !again && able.replayed().isPresent() -> {
                earlier++;
                yield false;
            }
            case Verdict.Replayable _ -> {
                replayed++;
                yield true;
            }
        };
    }

    void skip() {
        beyond++;
    }

    /// Whether as many were looked at as may be.
    boolean hasLookedAtAll() {
        return replayed + earlier + refused >= limit;
    }

    /// Whether as many were replayed as may be.
    boolean hasReplayedAll() {
        return replayed >= limit;
    }

    DeadLetterReplay.Count count() {
        return new DeadLetterReplay.Count(replayed, earlier, refused, beyond);
    }
}
