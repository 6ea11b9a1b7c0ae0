package io.alphapanda.stage.watch;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What Kafka holds, as one watcher saw it.
///
/// @param at          when
/// @param by          who looked
/// @param topics      every topic there is
/// @param lags        of every consumer group of the house
/// @param deadLetters of every dead-letter topic that exists
@RegisterForReflection
public record KafkaView(Instant at, String by, List<String> topics, List<Lag> lags, List<Letters> deadLetters) {

    public KafkaView {
        topics = List.copyOf(topics);
        lags = List.copyOf(lags);
        deadLetters = List.copyOf(deadLetters);
    }

    /// @param group  a consumer group
    /// @param topic  what it reads
    /// @param unread records it has not committed
    @RegisterForReflection
    public record Lag(String group, String topic, long unread) {}

    /// @param topic    a dead-letter topic
    /// @param begin    offset of its oldest letter; it has one partition
    /// @param end      offset behind its newest
    /// @param newestAt when the newest was written
    @RegisterForReflection
    public record Letters(String topic, long begin, long end, Optional<Instant> newestAt) {

        public long count() {
            return end - begin;
        }
    }
}
