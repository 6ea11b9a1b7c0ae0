package io.alphapanda.local.kafkasource;

import java.time.Duration;
import java.util.Optional;

/// The delivery block of a KafkaSource. In a cluster a block that sets only some of these loses the defaults of the
/// others, so here, as in our manifests, they are only ever set together.
///
/// @param retry attempts after the first, 0 to 40
/// @param backoffDelay the wait that `backoffPolicy` multiplies, up to one hour
/// @param timeout of each single attempt; what the receiver began goes on after it
/// @param deadLetterSink where an event goes that could not be delivered; without one it is lost, silently in a cluster
public record Delivery(
        int retry,
        BackoffPolicy backoffPolicy,
        Duration backoffDelay,
        Duration timeout,
        Optional<DeadLetterTopic> deadLetterSink) {
    private static final int MOST_RETRIES = 40;
    private static final Duration LONGEST_DELAY = Duration.ofHours(1);

    public Delivery {
        if (retry < 0 || retry > MOST_RETRIES) {
            throw new IllegalArgumentException(
                    "delivery.retry must be between 0 and %d but is %d".formatted(MOST_RETRIES, retry));
        }
        if (backoffDelay.isNegative() || backoffDelay.compareTo(LONGEST_DELAY) > 0) {
            throw new IllegalArgumentException("delivery.backoffDelay must be between PT0S and %s but is %s"
                    .formatted(LONGEST_DELAY, backoffDelay));
        }
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("delivery.timeout must be positive but is " + timeout);
        }
    }

    /// What Knative assumes when a KafkaSource has no delivery block at all: about ten minutes of retries.
    public static Delivery absent() {
        return new Delivery(
                10, BackoffPolicy.EXPONENTIAL, Duration.ofMillis(300), Duration.ofSeconds(600), Optional.empty());
    }

    /// The wait before the n-th retry, n from 1: the first exponential wait is already twice the delay.
    Duration waitBefore(int n) {
        return switch (backoffPolicy) {
            case EXPONENTIAL -> backoffDelay.multipliedBy(1L << n);
            case LINEAR -> backoffDelay.multipliedBy(n);
        };
    }

    /// The sum of all waits of one event.
    Duration allWaits() {
        Duration sum = Duration.ZERO;
        for (int n = 1; n <= retry; n++) {
            sum = sum.plus(waitBefore(n));
        }
        return sum;
    }
}
