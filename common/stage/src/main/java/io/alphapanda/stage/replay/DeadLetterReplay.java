package io.alphapanda.stage.replay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Lists the dead letters of a house and replays them: each is published to the topic it came from, with its id, key,
/// attributes and bytes as they were, and marked in the ledger once Kafka has acknowledged it. Nothing is deleted.
public final class DeadLetterReplay implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MAX_REQUEST_BYTES = 4 << 20;

    private final String kafka;
    private final DeadLetterTopics topics;
    private final ReplayLedger ledger;
    private final Examination examination;
    private final List<Origin> origins;

    private DeadLetterReplay(ReplayTarget target, DeadLetterTopics topics, ReplayLedger ledger) {
        this.kafka = target.kafka();
        this.topics = topics;
        this.ledger = ledger;
        this.examination = new Examination(target.brokers(), ledger);
        this.origins = Origin.of(target.brokers());
    }

    /// @throws ReplayException if the ledger does not answer
    public static DeadLetterReplay open(ReplayTarget target) {
        var ledger = new ReplayLedger(target);
        return new DeadLetterReplay(target, new DeadLetterTopics(target.kafka()), ledger);
    }

    /// How many letters of a selection were found, and what they are. Those beyond the selection's limit are only
    /// counted.
    ///
    /// @param replayed published again by this run; with a dry run those that would be
    /// @param earlier  replayed by an earlier run, and left alone
    /// @param refused  what their topic's door would refuse again
    /// @param beyond   not looked at, because the limit was reached
    public record Count(int replayed, int earlier, int refused, int beyond) {

        public int all() {
            return replayed + earlier + refused + beyond;
        }
    }

    /// Shows the letters of a selection, oldest first in each topic, with what a replay would do. Changes nothing.
    public Count list(Selection selection, BiConsumer<DeadLetter, Verdict> shown) {
        var tally = new Tally(selection.limit());
        each(selection, letter -> {
            if (tally.hasLookedAtAll()) {
                tally.skip();
                return;
            }
            var verdict = examination.of(letter);
            tally.add(verdict, false);
            shown.accept(letter, verdict);
        });
        return tally.count();
    }

    /// Shows what [#replay] would do, in the same words, and changes nothing.
    public Count dryRun(Selection selection, boolean again, BiConsumer<DeadLetter, Verdict> shown) {
        return go(selection, again, shown, (_, _) -> {});
    }

    /// Replays the letters of a selection, oldest first in each topic, at most as many as its limit.
    ///
    /// @param again also those that were replayed before
    /// @throws ReplayException if somebody else is replaying, or Kafka or the ledger stop answering; what was
    ///     replayed by then is marked
    public Count replay(Selection selection, boolean again, BiConsumer<DeadLetter, Verdict> shown) {
        ledger.claim();
        try (var producer = producer()) {
            return go(selection, again, shown, (letter, verdict) -> {
                publish(producer, letter, verdict);
                ledger.mark(letter);
            });
        }
    }

    private Count go(
            Selection selection,
            boolean again,
            BiConsumer<DeadLetter, Verdict> shown,
            BiConsumer<DeadLetter, Verdict.Replayable> act) {
        var tally = new Tally(selection.limit());
        each(selection, letter -> {
            if (tally.hasReplayedAll()) {
                tally.skip();
                return;
            }
            var verdict = examination.of(letter);
            if (verdict instanceof Verdict.Replayable able
                    && (again || able.replayed().isEmpty())) {
                act.accept(letter, able);
            }
            if (tally.add(verdict, again)) {
                shown.accept(letter, verdict);
            }
        });
        return tally.count();
    }

    private void each(Selection selection, Consumer<DeadLetter> taker) {
        for (var origin : origins) {
            if (selection.covers(origin)) {
                topics.read(origin, letter -> {
                    if (selection.covers(letter)) {
                        taker.accept(letter);
                    }
                });
            }
        }
    }

    private void publish(KafkaProducer<String, byte[]> producer, DeadLetter letter, Verdict.Replayable verdict) {
        var partition = verdict.partition();
        var record = new ProducerRecord<>(
                letter.origin().topic(),
                partition.isPresent() ? partition.getAsInt() : null,
                verdict.key(),
                letter.data());
        letter.headers().forEach(record.headers()::add);
        try {
            producer.send(record).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw failed(letter, e.getCause());
        } catch (TimeoutException | KafkaException e) {
            throw failed(letter, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(letter, e);
        }
    }

    private static ReplayException failed(DeadLetter letter, Throwable why) {
        return new ReplayException(
                letter.place() + " could not be published to " + letter.origin().topic() + ": " + why
                        + "; those before it are replayed and marked",
                why);
    }

    private KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "acks",
                        "all",
                        "enable.idempotence",
                        "true",
                        "linger.ms",
                        0,
                        "max.request.size",
                        MAX_REQUEST_BYTES,
                        "max.block.ms",
                        PATIENCE.toMillis(),
                        "request.timeout.ms",
                        (int) PATIENCE.toMillis() / 2,
                        "delivery.timeout.ms",
                        (int) PATIENCE.toMillis()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @Override
    public void close() {
        topics.close();
        ledger.close();
    }
}
