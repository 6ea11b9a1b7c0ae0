package io.alphapanda.stage.delivery;

import static io.alphapanda.stage.testing.TopicReader.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.stage.event.OutgoingEvent;
import io.alphapanda.stage.ledger.OutboxRow;
import io.alphapanda.stage.testing.Await;
import io.alphapanda.stage.testing.DyingProbe;
import io.alphapanda.stage.testing.Knock;
import io.alphapanda.stage.testing.Ledger;
import io.alphapanda.stage.testing.RawHttp;
import io.alphapanda.stage.testing.Signals;
import io.alphapanda.stage.testing.TopicReader;
import io.alphapanda.stage.trial.Script;
import io.alphapanda.stage.trial.Trial;
import io.alphapanda.stage.trial.TrialHouse;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What was decided is sent, though nobody ever delivers the event again.
@QuarkusTest
@QuarkusTestResource(TrialHouse.class)
class SweeperTest {

    @Inject
    DyingProbe probe;

    @Inject
    Script script;

    @Inject
    Outbox outbox;

    @Test
    void eventsOfAProcessThatDiedBetweenCommitAndPublishAreSentWithoutRedelivery() {
        var knock = Knock.of(new Signals("paper", "swept").next(Side.BUY, 10));
        probe.dieAt(ProtocolStep.AFTER_COMMIT, knock.id());

        assertThat(RawHttp.post(knock)).isEqualTo(500);

        Await.until("the ledger knows what was sent", () -> unsent(knock) == 0);
        Trial.assertOnce(knock);
        assertThat(RawHttp.post(knock)).isEqualTo(204);
        Trial.assertOnce(knock);
    }

    /// A sweep reads rows and then asks which of them are sent; their mark may be committed between the two.
    @Test
    void eventThatWasReadJustBeforeItsMarkIsNotSentAgain() {
        var knock = Knock.of(new Signals("paper", "read").next(Side.BUY, 10));
        assertThat(RawHttp.post(knock)).isEqualTo(204);
        var read = Ledger.rows("select id from outbox where cause_id = ?", knock.id()).stream()
                .map(each -> {
                    var row = new OutboxRow();
                    row.id = Long.valueOf(each.getFirst());
                    return row;
                })
                .toList();

        Await.until("the ledger knows what was sent", () -> unsent(knock) == 0);

        assertThat(read).hasSize(2);
        assertThat(outbox.notSent(read)).isEmpty();
    }

    @Test
    void marksThatAreLostOnlyMeanThatTheSameIsSentAgain() {
        var knock = Knock.of(new Signals("paper", "marks").next(Side.BUY, 10));
        assertThat(RawHttp.post(knock)).isEqualTo(204);
        Await.until("the ledger knows what was sent", () -> unsent(knock) == 0);

        Ledger.rows("update outbox set sent_at = null where cause_id = ?", knock.id());

        TopicReader.await("paper.orders.submitted", 2, record -> header(record, "ce_causationid")
                .equals(knock.id()));
        Trial.assertOnceIfRepeated(knock);
        Await.until("the ledger knows again", () -> unsent(knock) == 0);
    }

    @Test
    void timeOfAnEventIsNoFinerThanTheLedgerKeepsIt() {
        var event = new OutgoingEvent(
                "paper.signals.raw",
                EventType.SIGNAL_GENERATED,
                "id@paper/1/v2",
                Instant.parse("2026-03-05T05:30:00.123456789Z"),
                "key",
                Optional.of("paper"),
                Optional.of("idea"),
                new Signals("paper", "time").next(Side.BUY, 10));

        assertThat(outbox.row("stage", new Broker("paper"), "cause@paper", "", event).eventTime)
                .isEqualTo("2026-03-05T05:30:00.123456Z");
    }

    @Test
    void eventLeftByAProcessThatDiedIsSentBeforeTheNextOfItsKey() {
        var signals = new Signals("paper", "left");
        var left = Knock.of(signals.next(Side.BUY, 10));
        var next = Knock.of(signals.next(Side.SELL, 10));
        probe.dieAt(ProtocolStep.AFTER_COMMIT, left.id());

        assertThat(RawHttp.post(left)).isEqualTo(500);
        assertThat(RawHttp.post(next)).isEqualTo(204);

        assertThat(TopicReader.all("paper.signals.validated", record -> header(record, "ce_id")
                        .contains("/left/")))
                .extracting(record -> header(record, "ce_causationid"))
                .startsWith(left.id())
                .endsWith(next.id());
        Trial.assertOnceIfRepeated(left);
        Trial.assertOnceIfRepeated(next);
    }

    @Test
    void eventsForATopicThatIsMissingHoldUpNoOthersAndAreSentWhenItIsThere() {
        script.sendTo("stuck", "paper.stuck");
        var stuckSignals = new Signals("paper", "stuck");
        var stuck = IntStream.range(0, 3)
                .mapToObj(_ -> Knock.of(stuckSignals.next(Side.BUY, 1)))
                .toList();
        var other = Knock.of(new Signals("paper", "unstuck").next(Side.BUY, 1));
        stuck.forEach(each -> assertThat(RawHttp.post(each)).isEqualTo(503));
        probe.dieAt(ProtocolStep.AFTER_COMMIT, other.id());

        assertThat(RawHttp.post(other)).isEqualTo(500);

        Await.until("the sweeper has sent the other", () -> unsent(other) == 0);
        Trial.assertOnce(other);
        TrialHouse.createTopic("paper.stuck");
        Await.until("all is sent", () -> stuck.stream().allMatch(each -> unsent(each) == 0));
        assertThat(TopicReader.all("paper.stuck", _ -> true))
                .extracting(record -> header(record, "ce_causationid"))
                .containsExactlyElementsOf(stuck.stream().map(Knock::id).toList());
    }

    /// As many as a sweep takes at once lie before the other.
    @Test
    void eventsForATopicThatIsMissingHoldUpNoOthersHoweverManyTheyAre() {
        script.sendTo("many", "paper.many");
        var stuck = Knock.of(new Signals("paper", "many").next(Side.BUY, 1));
        assertThat(RawHttp.post(stuck)).isEqualTo(503);
        Ledger.rows("""
                insert into outbox (stage, broker, cause_id, event_id, topic, type, partition_key, correlation_id,
                                    traceparent, event_time, data)
                select stage, broker, cause_id || '#' || n, event_id || '#' || n, topic, type, partition_key,
                       correlation_id, traceparent, event_time, data
                from outbox, generate_series(1, 200) n where topic = 'paper.many'
                """);
        var other = Knock.of(new Signals("paper", "few").next(Side.BUY, 1));
        probe.dieAt(ProtocolStep.AFTER_COMMIT, other.id());

        assertThat(RawHttp.post(other)).isEqualTo(500);

        Await.until("the sweeper has sent the other", () -> unsent(other) == 0);
        Trial.assertOnce(other);
        TrialHouse.createTopic("paper.many");
        Await.until(
                "all is sent",
                () -> Ledger.count("select count(*) from outbox where topic = 'paper.many' and sent_at is null") == 0);
    }

    private static long unsent(Knock knock) {
        return Ledger.count("select count(*) from outbox where cause_id = ? and sent_at is null", knock.id());
    }
}
