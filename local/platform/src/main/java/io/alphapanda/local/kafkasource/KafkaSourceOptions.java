package io.alphapanda.local.kafkasource;

import java.time.Duration;

/// How the emulator runs: what is cluster configuration in Knative, and where it may depart from it.
///
/// @param commitInterval between commits; the data plane's `auto.commit.interval.ms`
/// @param pollTick zero polls as fast as records come; PT0.2S with at most 50 records a tick is what an ordered
///     KafkaSource does, with its ceiling of about 250 records a second
/// @param sessionTimeout after which a killed consumer's partitions move on
/// @param drainTimeout how long closing waits for requests that are under way
/// @param untilReachable **departs from the real one**: while the sink refuses connections the record waits without
///     using up its retries. For a launcher that restarts functions; false everywhere else
/// @param originateTrace **departs from the real one**: gives a record without `traceparent` a new trace
public record KafkaSourceOptions(
        Duration commitInterval,
        Duration pollTick,
        Duration sessionTimeout,
        Duration drainTimeout,
        boolean untilReachable,
        boolean originateTrace) {
    public KafkaSourceOptions {
        require(commitInterval.isPositive(), "commitInterval", commitInterval, "must be positive");
        require(!pollTick.isNegative() && pollTick.toSeconds() < 10, "pollTick", pollTick, "must be PT0S to PT10S");
        require(sessionTimeout.toMillis() >= 500, "sessionTimeout", sessionTimeout, "must be at least PT0.5S");
        require(!drainTimeout.isNegative(), "drainTimeout", drainTimeout, "must not be negative");
    }

    /// As in a cluster, except that there is no poll tick.
    public static KafkaSourceOptions defaults() {
        return new KafkaSourceOptions(
                Duration.ofSeconds(5), Duration.ZERO, Duration.ofSeconds(10), Duration.ofSeconds(2), false, false);
    }

    public KafkaSourceOptions withCommitInterval(Duration interval) {
        return new KafkaSourceOptions(interval, pollTick, sessionTimeout, drainTimeout, untilReachable, originateTrace);
    }

    public KafkaSourceOptions withPollTick(Duration tick) {
        return new KafkaSourceOptions(
                commitInterval, tick, sessionTimeout, drainTimeout, untilReachable, originateTrace);
    }

    public KafkaSourceOptions withSessionTimeout(Duration timeout) {
        return new KafkaSourceOptions(commitInterval, pollTick, timeout, drainTimeout, untilReachable, originateTrace);
    }

    public KafkaSourceOptions withDrainTimeout(Duration timeout) {
        return new KafkaSourceOptions(
                commitInterval, pollTick, sessionTimeout, timeout, untilReachable, originateTrace);
    }

    public KafkaSourceOptions withUntilReachable(boolean wait) {
        return new KafkaSourceOptions(commitInterval, pollTick, sessionTimeout, drainTimeout, wait, originateTrace);
    }

    public KafkaSourceOptions withOriginateTrace(boolean originate) {
        return new KafkaSourceOptions(
                commitInterval, pollTick, sessionTimeout, drainTimeout, untilReachable, originate);
    }

    private static void require(boolean condition, String field, Object value, String rule) {
        if (!condition) {
            throw new IllegalArgumentException("KafkaSource option %s %s but is %s".formatted(field, rule, value));
        }
    }
}
