package io.alphapanda.stage.door;

import io.alphapanda.stage.meter.Meters;
import io.alphapanda.stage.meter.StageMeters;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/// How a lane's consumer is getting on. Written by its thread, read by meters and health checks.
final class ConsumerPulse {

    /// No turn of the consumer's loop takes so long: Kafka's client gives up after one minute.
    static final Duration HANGS_AFTER = Duration.ofMinutes(3);

    private final String lane;
    private final String topic;
    private final Meters meters;
    private final Map<TopicPartition, Long> lags = new ConcurrentHashMap<>();
    private volatile long lastBeat = System.nanoTime();
    private volatile boolean ended;
    private volatile Optional<String> trouble = Optional.of("it has not been opened yet");

    ConsumerPulse(String lane, String topic, Meters meters) {
        this.lane = lane;
        this.topic = topic;
        this.meters = meters;
        meters.show(StageMeters.STREAM_READING, () -> isReading() ? 1 : 0, lane, topic);
    }

    String topic() {
        return topic;
    }

    /// It has read and goes on.
    void beat() {
        lastBeat = System.nanoTime();
        trouble = Optional.empty();
    }

    /// It can't read, and tries again.
    void troubled(String reason) {
        lastBeat = System.nanoTime();
        trouble = Optional.of(reason);
    }

    /// Its thread is gone.
    void end() {
        ended = true;
    }

    void lag(TopicPartition partition, long records) {
        if (lags.put(partition, records) == null) {
            meters.show(
                    StageMeters.STREAM_LAG,
                    () -> lags.getOrDefault(partition, 0L),
                    lane,
                    topic,
                    Integer.toString(partition.partition()));
        }
    }

    /// Another consumer has these partitions now, or nobody.
    void gone(Collection<TopicPartition> partitions) {
        for (var each : partitions) {
            if (lags.remove(each) != null) {
                meters.hide(StageMeters.STREAM_LAG, lane, topic, Integer.toString(each.partition()));
            }
        }
    }

    void allGone() {
        gone(List.copyOf(lags.keySet()));
    }

    boolean isReading() {
        return whyNotReading().isEmpty();
    }

    /// What keeps it from reading; empty while all is well.
    Optional<String> whyNotReading() {
        return whyNotAlive().or(() -> trouble);
    }

    /// Why only a restart of the process would help; empty otherwise.
    Optional<String> whyNotAlive() {
        if (ended) {
            return Optional.of("its thread has ended");
        }
        var silence = Duration.ofNanos(System.nanoTime() - lastBeat);
        return silence.compareTo(HANGS_AFTER) > 0
                ? Optional.of("it has not moved for " + silence.toSeconds() + " s")
                : Optional.empty();
    }
}
