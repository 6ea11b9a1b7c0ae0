package io.alphapanda.local.manifests.report;

import java.time.Duration;
import java.util.Optional;

/// A stage of a lane: what it reads, and how it scales.
///
/// @param lane          a broker, or `market`
/// @param reality       `PAPER` or `LIVE`; `SHARED` for what serves all lanes
/// @param door          `function` or `stream`
/// @param partitions    of the topic, 0 where no such topic is deployed
/// @param consumers     Kafka consumers of the source, `min..max`; at the stream door pods
/// @param pods          of the Service, `min..max`
/// @param inFlight      events the source has under way at once, at most; at the stream door the pods have in work
/// @param capacity      events the pods take at once, at most; empty = without bound
/// @param coldStart     milliseconds to the first answer, if somebody measured it
/// @param scalesToZero  whether nothing of it runs while there is nothing to do
/// @param retrySchedule all waits of an event before it is given up
public record StageLine(
        String lane,
        String reality,
        String stage,
        String service,
        String door,
        String topic,
        int partitions,
        String ordering,
        String consumerGroup,
        Range consumers,
        Range pods,
        int inFlight,
        Optional<Integer> capacity,
        Optional<Integer> coldStart,
        boolean scalesToZero,
        Optional<Duration> retrySchedule) {

    /// What can really be under way at once: what is sent, as far as the pods take it.
    public int atOnce() {
        return capacity.map(each -> Math.min(each, inFlight)).orElse(inFlight);
    }
}
