package io.alphapanda.api.watching;

import io.alphapanda.stage.broker.ConfigurationException;
import java.time.Duration;

/// When the rules speak.
///
/// @param lag               records a group may be behind
/// @param feedAge           a live feed may publish nothing
/// @param unsent            what was decided may wait
/// @param feedSilence       a feed may go unheard
/// @param silence           Kafka may go unseen, a process unheard
/// @param rejectionsPercent of an account's orders
/// @param rejectionsOf      orders that say something
/// @param reconciliation    without a comparison
/// @param memoryPercent     of what a process may have
/// @param diskPercent       of what there is
record Limits(
        long lag,
        Duration feedAge,
        Duration unsent,
        Duration feedSilence,
        Duration silence,
        int rejectionsPercent,
        long rejectionsOf,
        Duration reconciliation,
        int memoryPercent,
        int diskPercent) {

    private static final String PREFIX = "panda.alerts.limits.";
    private static final int WHOLE = 100;

    /// @throws ConfigurationException naming the key, the value, the bound and the fix
    static Limits of(WatchConfiguration configured) {
        return new Limits(
                count("lag", configured.lag()),
                time("feed-age", configured.feedAge(), Duration.ofSeconds(1)),
                time("unsent", configured.unsent(), Duration.ofSeconds(1)),
                time("feed-silence", configured.feedSilence(), Duration.ofSeconds(3)),
                time("silence", configured.silence(), Duration.ofSeconds(15)),
                percent("rejections-percent", configured.rejectionsPercent()),
                count("rejections-of", configured.rejectionsOf()),
                time("reconciliation", configured.reconciliation(), Duration.ofMinutes(1)),
                percent("memory-percent", configured.memoryPercent()),
                percent("disk-percent", configured.diskPercent()));
    }

    private static long count(String key, long value) {
        return value >= 1 ? value : refuse(key, value, "1 or more");
    }

    private static int percent(String key, int value) {
        return value >= 1 && value <= WHOLE ? value : refuse(key, value, "between 1 and 100");
    }

    private static Duration time(String key, Duration value, Duration least) {
        return value.compareTo(least) >= 0 ? value : refuse(key, value, least + " or more");
    }

    private static <T> T refuse(String key, Object value, String bound) {
        throw new ConfigurationException(
                PREFIX + key + " " + value + " must be " + bound + "; correct it or remove it for the default");
    }
}
