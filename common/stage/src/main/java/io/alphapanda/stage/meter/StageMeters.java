package io.alphapanda.stage.meter;

import static io.alphapanda.stage.meter.Meter.counter;
import static io.alphapanda.stage.meter.Meter.gauge;
import static io.alphapanda.stage.meter.Meter.histogram;
import static io.alphapanda.stage.meter.Meter.timer;

import java.util.List;

/// What every stage records.
public final class StageMeters {

    public static final Meter DELIVERY = timer(
            "panda.delivery",
            "Deliveries of events by what became of them, and how long each took. Outcomes: `done`; `duplicate`, done"
                    + " before; `dead-lettered`; `out-of-turn`, comes again; `transient`, a store or Kafka away, comes"
                    + " again; `defect`, ours, comes again; `unstamped`, without lane or topic; `wrong-door`, posted"
                    + " while the stream door is open.",
            "lane",
            "topic",
            "outcome");

    public static final Meter DECISION = histogram(
            "panda.decision",
            "The work of a decision: in a lane its transaction, for ticks the strategies and the script in Redis.",
            "lane");

    public static final Meter TURN_WAIT = timer(
            "panda.turn.wait",
            "Waits of an event for the one it follows, and how long each took. One event may wait several times.",
            "lane");

    public static final Meter DEAD_LETTERS =
            counter("panda.dead.letters", "Dead letters written, by their reason code.", "lane", "topic", "reason");

    public static final Meter OUTBOX_UNSENT = gauge(
            "panda.outbox.unsent",
            "Events decided and not yet known to be sent; the same in every process of a stage, so take the maximum."
                    + " Sent ones are marked every second, so a busy lane is never at zero.",
            "lane");

    public static final Meter OUTBOX_OLDEST = gauge(
            "panda.outbox.oldest.seconds",
            "Age of the oldest of them in seconds, 0 when there is none. Alarm on this one.",
            "lane");

    public static final Meter RESENT = counter(
            "panda.sweeper.resent",
            "Events the sweeper has sent because whoever decided them did not, or was not seen to.",
            "lane");

    public static final Meter STREAM_LAG = gauge(
            "panda.stream.door.lag",
            "Records of a partition the open stream door is not finished with; of the process that has it.",
            "lane",
            "topic",
            "partition");

    public static final Meter STREAM_READING = gauge(
            "panda.stream.door.reading",
            "1 while the stream door's consumer reads its topic, 0 while it has died, hangs or can't be opened.",
            "lane",
            "topic");

    public static final Meter LOGS_LOST = counter(
            "panda.logs.lost",
            "Lines of the log that did not reach Redis, by `reason`: `queue-full`, more was logged than could be"
                    + " written; `redis`, it did not take them. The console has them all.",
            "reason");

    public static final Meter SPANS = counter(
            "panda.spans",
            "Spans of traces by what became of them: `delivered`; lost, because `queue-full` more ended than could be"
                    + " delivered or because the `collector` did not take them. All zero while traces are off.",
            "outcome");

    /// In the order of the page.
    public static final List<Meter> ALL = List.of(
            DELIVERY,
            DECISION,
            TURN_WAIT,
            DEAD_LETTERS,
            OUTBOX_UNSENT,
            OUTBOX_OLDEST,
            RESENT,
            STREAM_LAG,
            STREAM_READING,
            LOGS_LOST,
            SPANS);

    private StageMeters() {}
}
