package io.alphapanda.local.kafkasource;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Delivers one event: attempts and waits as the delivery block says, then the dead-letter sink with the same patience.
/// Blocks the calling thread for as long as that takes.
final class Deliverer {
    private static final Logger LOG = LoggerFactory.getLogger(Deliverer.class);
    private static final Duration REFUSED_PAUSE = Duration.ofMillis(250);

    private final KafkaSourceSpec spec;
    private final boolean untilReachable;
    private final Sink sink;
    private final Optional<? extends Sink> deadLetterSink;
    private final Waiting waiting;
    private final Gate gate;
    private final Counters counters;
    private final FaultSwitches faults;

    Deliverer(
            KafkaSourceSpec spec,
            boolean untilReachable,
            Sink sink,
            Optional<? extends Sink> deadLetterSink,
            Waiting waiting,
            Gate gate,
            Counters counters,
            FaultSwitches faults) {
        this.spec = spec;
        this.untilReachable = untilReachable;
        this.sink = sink;
        this.deadLetterSink = deadLetterSink;
        this.waiting = waiting;
        this.gate = gate;
        this.counters = counters;
        this.faults = faults;
    }

    /// True when the source is done with the event, delivered or not, and its offset may be committed; false when the
    /// source closed first, and the event will come again.
    boolean deliver(EventRequest event) {
        Optional<Answer> settled = attempts(() -> post(event), untilReachable);
        if (settled.isEmpty()) {
            return false;
        }
        if (!settled.get().succeeded()) {
            return deadLetter(event, settled.get());
        }
        counters.delivered.increment();
        for (int n = faults.duplicates(); n > 0; n--) {
            sink.post(event);
        }
        return true;
    }

    private boolean deadLetter(EventRequest event, Answer last) {
        if (deadLetterSink.isEmpty()) {
            lose(event, last, "there is no dead-letter sink");
            return true;
        }
        EventRequest letter = DeadLetter.mark(event, spec.sink(), last);
        Optional<Answer> settled = attempts(() -> deadLetterSink.get().post(letter), false);
        if (settled.isEmpty()) {
            return false;
        }
        if (settled.get().succeeded()) {
            counters.deadLettered.increment();
        } else {
            lose(event, last, "the dead-letter sink failed: " + reason(settled.get()));
        }
        return true;
    }

    /// The first answer that ends the matter; empty when the source closed before there was one.
    private Optional<Answer> attempts(Supplier<Answer> attempt, boolean patientWhenRefused) {
        int retry = 0;
        while (gate.pass()) {
            Answer answer = attempt.get();
            boolean refused = patientWhenRefused && answer instanceof Answer.None none && none.refused();
            if (answer.succeeded()
                    || !answer.retryable()
                    || !refused && retry == spec.delivery().retry()) {
                return Optional.of(answer);
            }
            if (!refused) {
                retry++;
                counters.retries.increment();
            }
            if (!waiting.pause(refused ? REFUSED_PAUSE : spec.delivery().waitBefore(retry))) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Answer post(EventRequest event) {
        if (!faults.overlap()) {
            return sink.post(event);
        }
        Thread twin = Thread.ofPlatform().daemon().start(() -> sink.post(event));
        Answer answer = sink.post(event);
        try {
            twin.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return answer;
    }

    private void lose(EventRequest event, Answer last, String why) {
        counters.deadLetterFailed.increment();
        LOG.error(
                "an event is lost; source={} eventId={} partition={} offset={} sink={} answer={} reason={}",
                spec.name(),
                event.headers().get("ce-id"),
                event.headers().get("ce-knativekafkapartition"),
                event.headers().get("ce-knativekafkaoffset"),
                spec.sink(),
                reason(last),
                why);
    }

    private static String reason(Answer answer) {
        return switch (answer) {
            case Answer.Response response -> Integer.toString(response.status());
            case Answer.None none -> none.reason();
        };
    }
}
