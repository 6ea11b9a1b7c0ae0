package io.alphapanda.stage.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.money.Side;
import io.alphapanda.stage.broker.SomeBrokers;
import io.alphapanda.stage.delivery.Handled;
import io.alphapanda.stage.delivery.ServedTypes;
import io.alphapanda.stage.event.Delivery;
import io.alphapanda.stage.testing.Knock;
import io.alphapanda.stage.testing.Signals;
import io.alphapanda.stage.trouble.TransientException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/// The stream door's patience, with a clock that is told to go on.
class RecordDeliveryTest {

    private static final Backoff BACKOFF =
            new Backoff(Duration.ofMillis(100), Duration.ofSeconds(30), Duration.ofMinutes(11));

    private final ArrayDeque<Runnable> later = new ArrayDeque<>();
    private Duration waited = Duration.ZERO;
    private final List<Delivery> handled = new ArrayList<>();
    private final List<String> buried = new ArrayList<>();
    private int failing;
    private int failingDeadLetters;

    private final RecordDelivery deliveries = new RecordDelivery(
            "paper",
            new DeliveryReader(SomeBrokers.paperAndPaperB(), new ServedTypes(Set.of(EventType.SIGNAL_GENERATED))),
            this::handle,
            this::bury,
            BACKOFF,
            (wait, task) -> {
                waited = waited.plus(wait);
                later.add(task);
            });

    private final Knock knock = Knock.of(new Signals("paper", "patience").next(Side.BUY, 10));

    @Test
    void recordIsFinishedWhenItsEventIsDealtWith() {
        var progress = deliveries.deliver(record(knock));

        assertThat(progress.tried()).isCompleted();
        assertThat(progress.finished()).isCompleted();
        assertThat(handled).singleElement().satisfies(delivery -> {
            assertThat(delivery.lane()).isEqualTo("paper");
            assertThat(delivery.topic()).isEqualTo("paper.signals.raw");
            assertThat(delivery.id()).isEqualTo(knock.id());
        });
    }

    @Test
    void eventThatIsSentBackIsTriedAgainUntilItIsTaken() {
        failing = 3;

        var progress = deliveries.deliver(record(knock));
        assertThat(progress.tried()).isCompleted();
        assertThat(progress.finished()).isNotCompleted();
        goOn();

        assertThat(progress.finished()).isCompleted();
        assertThat(handled).hasSize(4);
        assertThat(waited).isEqualTo(Duration.ofMillis(100 + 200 + 400));
        assertThat(buried).isEmpty();
    }

    @Test
    void eventThatIsNeverTakenIsDeadLetteredAfterTenMinutesAndMore() {
        failing = Integer.MAX_VALUE;

        var progress = deliveries.deliver(record(knock));
        goOn();

        assertThat(progress.finished()).isCompleted();
        assertThat(waited).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(12));
        assertThat(buried)
                .singleElement()
                .asString()
                .startsWith("RETRIES_EXHAUSTED: ")
                .contains("no database");
    }

    @Test
    void badEventIsDeadLetteredAtOnce() {
        var progress = deliveries.deliver(record(knock.without("id")));

        assertThat(progress.finished()).isCompleted();
        assertThat(handled).isEmpty();
        assertThat(buried).containsExactly("ATTRIBUTE_MISSING: id is missing");
    }

    @Test
    void tombstoneIsDeadLettered() {
        var progress = deliveries.deliver(record(knock.withData(null)));

        assertThat(progress.finished()).isCompleted();
        assertThat(buried).singleElement().asString().startsWith("DATA_MALFORMED");
    }

    @Test
    void recordWhoseDeadLetterCannotBeWrittenIsNeverGivenUp() {
        failingDeadLetters = 40;

        var progress = deliveries.deliver(record(knock.without("id")));
        for (int i = 0; i < 39; i++) {
            later.remove().run();
        }
        assertThat(progress.finished()).isNotCompleted();
        goOn();

        assertThat(progress.finished()).isCompleted();
        assertThat(waited).isGreaterThan(Duration.ofMinutes(15));
    }

    private Uni<Handled> handle(Delivery delivery) {
        handled.add(delivery);
        return handled.size() <= failing
                ? Uni.createFrom().failure(new TransientException("no database"))
                : Uni.createFrom().item(Handled.DONE);
    }

    private Uni<Void> bury(ConsumerRecord<String, byte[]> record, BadEventException why) {
        if (failingDeadLetters-- > 0) {
            return Uni.createFrom().failure(new TransientException("no topic"));
        }
        buried.add(why.reason() + ": " + why.getMessage());
        return Uni.createFrom().voidItem();
    }

    private void goOn() {
        while (!later.isEmpty()) {
            later.remove().run();
        }
    }

    private static ConsumerRecord<String, byte[]> record(Knock knock) {
        var produced = knock.toRecord();
        var record = new ConsumerRecord<>(produced.topic(), 0, 0, produced.key(), produced.value());
        produced.headers().forEach(record.headers()::add);
        return record;
    }
}
