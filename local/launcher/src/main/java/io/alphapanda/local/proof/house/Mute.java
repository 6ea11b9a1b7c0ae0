package io.alphapanda.local.proof.house;

import io.alphapanda.local.launcher.PlayedHouse;
import io.alphapanda.local.proof.Violation;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/// A feed that says nothing any more, and the alarm that must be raised.
final class Mute {

    static final long MOST_MILLIS = 5_000;

    /// How it says that nobody was told.
    static final String UNNOTICED = "a muted feed was not noticed";

    private static final String FEED = "market-feed";
    private static final String RAISED = "select count(*) from alerts where code = 'FEED_SILENT' and raised_at >= ?";
    private static final long LOOK_MILLIS = 50;

    private Mute() {}

    /// Settings of a house that has to notice so soon.
    static Map<String, String> attentive() {
        return Map.of("PANDA_ALERTS_EVERY", "1s", "PANDA_ALERTS_LIMITS_FEED_SILENCE", "3s");
    }

    /// Freezes the feed until that is noticed, and lets it go on.
    ///
    /// @return milliseconds until the alarm was raised
    /// @throws Violation if that takes too long
    static long untilNoticed(PlayedHouse house) {
        long feed = house.process(FEED).orElseThrow().pid();
        var since = Instant.now();
        long began = System.nanoTime();
        Frozen.signal("STOP", feed);
        try {
            while (house.number(RAISED, since.atOffset(ZoneOffset.UTC)) == 0) {
                if (millis(began) > MOST_MILLIS) {
                    throw new Violation(UNNOTICED + " within " + MOST_MILLIS + " ms");
                }
                Pause.of(LOOK_MILLIS);
            }
            return millis(began);
        } finally {
            Frozen.signal("CONT", feed);
        }
    }

    private static long millis(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }
}
