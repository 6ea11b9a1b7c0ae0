package io.alphapanda.risk;

import static io.alphapanda.stage.testing.TopicReader.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.LaneSignal;
import io.alphapanda.stage.testing.Door;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.Ledger;
import io.alphapanda.stage.testing.Signals;
import io.alphapanda.stage.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(House.class)
class RiskDoorTest {

    private static final String RAW = "paper.signals.raw";
    private static final String DEAD = "paper.signals.raw.dlq";

    @Test
    void signalWithinLimitsIsValidatedOnce() {
        var signal = new Signals("paper", "within-limits").next(Side.BUY, 10);

        assertThat(post(signal)).isEqualTo(204);

        var validated = TopicReader.await("paper.signals.validated", 1, byId(signal.id() + "/validated"));
        assertThat(validated).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo("within-limits:NSE:TCS");
            assertThat(header(record, "ce_type")).isEqualTo("io.alphapanda.signal-validated.v1");
            assertThat(header(record, "ce_broker")).isEqualTo("paper");
            assertThat(header(record, "ce_correlationid"))
                    .isEqualTo(signal.signal().id());
            assertThat(header(record, "ce_causationid")).isEqualTo(signal.id());
            assertThat(header(record, "ce_partitionkey")).isEqualTo("within-limits:NSE:TCS");
        });
        assertThat(Ledger.rows("select approved, denial, sequence from decisions where signal_id = ?", signal.id()))
                .containsExactly(java.util.Arrays.asList("t", null, "1"));
    }

    @Test
    void signalAheadOfItsTurnIsSentBackAndTakenLater() {
        var signals = new Signals("paper", "turns");
        var first = signals.next(Side.BUY, 10);
        var second = signals.next(Side.SELL, 10);

        assertThat(post(second)).isEqualTo(503);
        assertThat(Ledger.count("select count(*) from inbox where event_id = ?", second.id()))
                .isZero();
        assertThat(post(first)).isEqualTo(204);
        assertThat(post(second)).isEqualTo(204);

        var validated = TopicReader.await(
                "paper.signals.validated", 2, record -> header(record, "ce_id").contains("/turns/"));
        assertThat(validated).extracting(record -> header(record, "ce_id")).hasSize(2);
    }

    @Test
    void limitHoldsWhileManySignalsComeAtOnce() {
        var all = IntStream.range(0, 30)
                .mapToObj(i -> new Signals("paper", "flood").next(Side.BUY, 100))
                .toList();
        // Thirty signals of one strategy that follow nobody, 100 each, with room for 1,000.
        var distinct = IntStream.range(0, all.size())
                .mapToObj(i -> renamed(all.get(i), i))
                .toList();

        distinct.stream()
                .map(signal -> CompletableFuture.supplyAsync(() -> post(signal)))
                .toList()
                .forEach(answer -> assertThat(answer.join()).isEqualTo(204));

        assertThat(Ledger.rows(
                        "select denial, count(*) from decisions where strategy = 'flood' group by denial order by 1"))
                .containsExactly(List.of("POSITION_LIMIT_EXCEEDED", "20"), java.util.Arrays.asList(null, "10"));
    }

    @Test
    void quantityBelowZeroIsDeadLetteredNamingTheField() {
        var signal = new Signals("paper", "negative").next(Side.BUY, 10);
        var data = new String(Door.json(signal)).replace("\"quantity\":\"10\"", "\"quantity\":\"-10\"");

        assertThat(Door.post(headers(signal, "paper"), data.getBytes())).isEqualTo(204);

        assertThat(TopicReader.await(DEAD, 1, byId(signal.id())))
                .singleElement()
                .satisfies(record -> {
                    assertThat(header(record, "deadletter-detail"))
                            .contains("quantity")
                            .contains("must not be below 0");
                    assertThat(record.value()).isEqualTo(data.getBytes());
                });
    }

    @Test
    void eventOfAnotherBrokerNeverEntersTheLane() {
        var signal = new Signals("paper-b", "other-lane").next(Side.BUY, 10);
        var headers = headers(signal, "paper-b");
        headers.put("ce-lane", "paper");
        headers.put("ce-topic", RAW);

        assertThat(Door.post(headers, Door.json(signal))).isEqualTo(204);

        assertThat(TopicReader.await(DEAD, 1, byId(signal.id())))
                .singleElement()
                .satisfies(record ->
                        assertThat(header(record, "deadletter-reason")).isEqualTo("LANE_MISMATCH"));
        assertThat(Ledger.count("select count(*) from inbox where event_id = ?", signal.id()))
                .isZero();
    }

    @Test
    void eachMissingAttributeIsDeadLettered() {
        for (var missing :
                List.of("id", "source", "specversion", "type", "time", "partitionkey", "correlationid", "broker")) {
            var signal = new Signals("paper", "missing-" + missing).next(Side.BUY, 10);
            var headers = headers(signal, "paper");
            headers.remove("ce-" + missing);
            headers.put("ce-subject", "missing-" + missing);

            assertThat(Door.post(headers, Door.json(signal))).as(missing).isEqualTo(204);

            assertThat(TopicReader.await(
                            DEAD, 1, record -> header(record, "ce_subject").equals("missing-" + missing)))
                    .singleElement()
                    .satisfies(record -> {
                        assertThat(header(record, "deadletter-detail")).contains(missing);
                        assertThat(record.value()).isEqualTo(Door.json(signal));
                    });
        }
    }

    @Test
    void unknownTypeIsDeadLettered() {
        var signal = new Signals("paper", "unknown-type").next(Side.BUY, 10);
        var headers = headers(signal, "paper");
        headers.put("ce-type", "dev.knative.kafka.event");

        assertThat(Door.post(headers, Door.json(signal))).isEqualTo(204);

        assertThat(TopicReader.await(DEAD, 1, byId(signal.id())))
                .singleElement()
                .satisfies(record ->
                        assertThat(header(record, "deadletter-reason")).isEqualTo("TYPE_UNKNOWN"));
    }

    @Test
    void twoMegabytesAreDeadLetteredWhole() {
        var signal = new Signals("paper", "too-large").next(Side.BUY, 10);
        var data = new byte[2 * 1024 * 1024];
        java.util.Arrays.fill(data, (byte) 'x');

        assertThat(Door.post(headers(signal, "paper"), data)).isEqualTo(204);

        assertThat(TopicReader.await(DEAD, 1, byId(signal.id())))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.value()).isEqualTo(data);
                    assertThat(header(record, "deadletter-reason")).isEqualTo("BODY_TOO_LARGE");
                });
    }

    @Test
    void eventWithoutStampIsRefusedForTheSourcesOwnDeadLetters() {
        var signal = new Signals("paper", "no-stamp").next(Side.BUY, 10);
        var headers = headers(signal, "paper");
        headers.remove("ce-lane");

        assertThat(Door.post(headers, Door.json(signal))).isEqualTo(400);
    }

    private static int post(LaneSignal signal) {
        return Door.post(headers(signal, signal.broker().name()), Door.json(signal));
    }

    private static Map<String, String> headers(LaneSignal signal, String lane) {
        return Door.headers(
                EventType.SIGNAL_GENERATED,
                signal.id(),
                lane,
                Topics.signalsRaw(new Broker(lane)),
                signal.signal().partitionKey(),
                signal.signal().id(),
                signal.signal().referenceTime());
    }

    private static LaneSignal renamed(LaneSignal copy, int number) {
        var s = copy.signal();
        var id = s.id() + "-" + number;
        var signal = new io.alphapanda.domain.signal.Signal(
                id,
                s.stream(),
                s.strategy(),
                s.definition(),
                s.instrument(),
                s.side(),
                s.quantity(),
                s.price(),
                s.referencePrice(),
                s.referenceTime(),
                s.tickOrdinal(),
                s.expiresAt(),
                s.dueAt(),
                s.reason());
        return new LaneSignal(id + "@paper", copy.broker(), signal, java.util.Optional.empty());
    }

    private static java.util.function.Predicate<ConsumerRecord<String, byte[]>> byId(String id) {
        return record -> header(record, "ce_id").equals(id);
    }
}
