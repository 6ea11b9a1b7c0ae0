package io.alphapanda.stage.replay;

import static io.alphapanda.stage.testing.TopicReader.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.alphapanda.domain.money.Side;
import io.alphapanda.local.kafkasource.BackoffPolicy;
import io.alphapanda.local.kafkasource.DeadLetterTopic;
import io.alphapanda.local.kafkasource.Delivery;
import io.alphapanda.local.kafkasource.InitialOffset;
import io.alphapanda.local.kafkasource.KafkaSource;
import io.alphapanda.local.kafkasource.KafkaSourceOptions;
import io.alphapanda.local.kafkasource.KafkaSourceSpec;
import io.alphapanda.local.kafkasource.KeyType;
import io.alphapanda.local.kafkasource.Ordering;
import io.alphapanda.stage.replay.DeadLetterReplay.Count;
import io.alphapanda.stage.testing.Await;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.Knock;
import io.alphapanda.stage.testing.Ledger;
import io.alphapanda.stage.testing.RawHttp;
import io.alphapanda.stage.testing.Signals;
import io.alphapanda.stage.testing.TopicReader;
import io.alphapanda.stage.trial.Trial;
import io.alphapanda.stage.trial.TrialHouse;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Dead letters of the trial stage, whose events a KafkaSource brings to its function door.
@QuarkusTest
@QuarkusTestResource(TrialHouse.class)
class DeadLetterReplayTest {

    private static final String RAW = "paper.signals.raw";

    private KafkaSource source;
    private DeadLetterReplay replay;
    private final List<DeadLetter> letters = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();

    @BeforeEach
    void begin() {
        source = KafkaSource.start(
                new KafkaSourceSpec(
                        "test",
                        "replayed",
                        List.of(RAW),
                        "replay-test",
                        InitialOffset.LATEST,
                        Ordering.UNORDERED,
                        1,
                        URI.create("http://127.0.0.1:" + config("quarkus.http.test-port") + "/"),
                        new TreeMap<>(Map.of("lane", "paper", "topic", RAW)),
                        new Delivery(
                                1,
                                BackoffPolicy.LINEAR,
                                Duration.ofMillis(50),
                                Duration.ofSeconds(20),
                                Optional.of(new DeadLetterTopic(RAW + ".dlq"))),
                        KeyType.STRING),
                config("kafka.bootstrap.servers"),
                KafkaSourceOptions.defaults().withCommitInterval(Duration.ofMillis(100)));
        replay = open();
    }

    @AfterEach
    void end() {
        replay.close();
        source.close();
    }

    private static DeadLetterReplay open() {
        return DeadLetterReplay.open(new ReplayTarget(
                config("kafka.bootstrap.servers"),
                config("test.jdbc.url"),
                config("panda.database.user"),
                config("panda.database.password"),
                House.BROKERS,
                List.of("stage")));
    }

    private static String config(String key) {
        return ConfigProvider.getConfig().getValue(key, String.class);
    }

    private static Knock knock(String strategy) {
        return Knock.of(new Signals("paper", "replay-" + strategy).next(Side.BUY, 10));
    }

    /// The letters of these events, in whichever lane they lie.
    private static Selection of(Knock knock) {
        return new Selection(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(knock.id()), Optional.empty(), 100);
    }

    private void seen(DeadLetter letter, Verdict verdict) {
        letters.add(letter);
        verdicts.add(verdict);
    }

    private static void send(ProducerRecord<String, byte[]> record) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", config("kafka.bootstrap.servers")),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(record).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void putInto(String topic, Knock knock, Map<String, String> reasons) {
        var event = knock.toRecord();
        var letter = new ProducerRecord<>(topic, null, event.key(), event.value());
        event.headers().forEach(letter.headers()::add);
        reasons.forEach((name, value) -> letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        send(letter);
    }

    private static List<ConsumerRecord<String, byte[]>> published(Knock knock) {
        return TopicReader.all(knock.topic(), each -> header(each, "ce_subject").equals(knock.subject()));
    }

    /// An event whose source has given it up, because the database was away; by now it is back.
    private static Knock givenUp(String strategy) {
        var knock = knock(strategy);
        TrialHouse.database().cut();
        try {
            send(knock.toRecord());
            Trial.deadLetter(knock);
        } finally {
            TrialHouse.database().mend();
        }
        return knock;
    }

    @Test
    void eventItsSourceGaveUpIsReplayedAsItWasAndTakesEffectOnce() {
        var knock = givenUp("given-up");

        var count = replay.replay(of(knock), false, this::seen);

        assertThat(count).isEqualTo(new Count(1, 0, 0, 0));
        Await.until("it took effect", () -> Trial.emitted(knock).size() == 2);
        Trial.assertOnce(knock);
        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.cause().reason()).isEqualTo("HTTP_503");
            assertThat(letter.delivered()).isPresent();
        });
        var records = published(knock);
        assertThat(records).hasSize(2);
        assertThat(records.getLast().key()).isEqualTo(records.getFirst().key());
        assertThat(records.getLast().partition()).isEqualTo(records.getFirst().partition());
        assertThat(records.getLast().value()).isEqualTo(records.getFirst().value());
        assertThat(headers(records.getLast())).isEqualTo(headers(records.getFirst()));
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        var headers = new TreeMap<String, String>();
        record.headers().forEach(each -> headers.put(each.key(), new String(each.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    @Test
    void whatWasReplayedIsNotReplayedAgainUnlessItIsAskedFor() {
        var knock = givenUp("again");
        replay.replay(of(knock), false, this::seen);
        replay.close();
        replay = open();

        assertThat(replay.replay(of(knock), false, this::seen)).isEqualTo(new Count(0, 1, 0, 0));
        assertThat(published(knock)).hasSize(2);

        assertThat(replay.replay(of(knock), true, this::seen)).isEqualTo(new Count(1, 0, 0, 0));
        assertThat(published(knock)).hasSize(3);
        Await.until("it took effect", () -> Trial.emitted(knock).size() >= 2);
        Trial.assertOnceIfRepeated(knock);
    }

    @Test
    void dryRunSaysWhatAReplayWouldDoAndChangesNothing() {
        var knock = givenUp("dry");

        var count = replay.dryRun(of(knock), false, this::seen);

        assertThat(count).isEqualTo(new Count(1, 0, 0, 0));
        assertThat(verdicts).singleElement().isInstanceOfSatisfying(Verdict.Replayable.class, verdict -> {
            assertThat(verdict.key()).isEqualTo(knock.headers().get("ce-partitionkey"));
            assertThat(verdict.replayed()).isEmpty();
            assertThat(verdict.notes()).singleElement().asString().contains("ran out at 2026-03-05T05:31:01Z");
        });
        assertThat(published(knock)).hasSize(1);
        assertThat(Ledger.count("select count(*) from replays where event_id = ?", knock.id()))
                .isZero();
        Trial.assertNothingDone(knock);
    }

    @Test
    void malformedEventStaysWhereItIsWithTheDoorsOwnReason() {
        var whole = knock("malformed");
        var text = new String(whole.data(), StandardCharsets.UTF_8);
        var knock = whole.withData(
                text.replace("\"quantity\":\"10\"", "\"quantity\":\"-10\"").getBytes(StandardCharsets.UTF_8));
        assertThat(RawHttp.post(knock)).isEqualTo(204);
        Trial.deadLetter(knock);

        assertThat(replay.replay(of(knock), false, this::seen)).isEqualTo(new Count(0, 0, 1, 0));

        assertThat(verdicts).singleElement().isInstanceOfSatisfying(Verdict.Refused.class, verdict -> {
            assertThat(verdict.reason().name())
                    .isEqualTo(letters.getFirst().cause().reason())
                    .isEqualTo("DATA_MALFORMED");
            assertThat(verdict.detail()).contains("quantity -10 must not be below 0");
        });
        assertThat(published(knock)).isEmpty();
    }

    @Test
    void eventOfAnUnknownTypeIsRefused() {
        var knock = knock("unknown-type").with("type", "com.acme.signal");
        assertThat(RawHttp.post(knock)).isEqualTo(204);
        Trial.deadLetter(knock);

        replay.replay(of(knock), false, this::seen);

        assertThat(verdicts)
                .singleElement()
                .hasToString("Refused[reason=TYPE_UNKNOWN, detail=type 'com.acme.signal' is unknown]");
    }

    @Test
    void eventOfAnotherBrokerReachesNeitherLane() {
        var knock = knock("stray").with("broker", "paper-b");
        assertThat(RawHttp.post(knock)).isEqualTo(204);
        Trial.deadLetter(knock);

        assertThat(replay.replay(of(knock), false, this::seen)).isEqualTo(new Count(0, 0, 1, 0));

        assertThat(verdicts).singleElement().asString().contains("LANE_MISMATCH", "paper-b");
        assertThat(published(knock)).isEmpty();
        assertThat(TopicReader.all(
                        "paper-b.signals.raw", each -> header(each, "ce_id").equals(knock.id())))
                .isEmpty();
    }

    /// Whole in itself, but carried into the wrong dead letters: by hand, or by a sink that is wired wrongly.
    @Test
    void letterInAnotherBrokersDeadLettersReachesNeitherLane() {
        var knock = knock("misplaced");
        putInto("paper-b.signals.raw.dlq", knock, Map.of("ce_topic", RAW, "ce_knativeerrordest", "http://nowhere/"));

        assertThat(replay.replay(of(knock), false, this::seen)).isEqualTo(new Count(0, 0, 1, 0));

        assertThat(verdicts).singleElement().asString().contains("LANE_MISMATCH", "paper.signals.raw");
        assertThat(published(knock)).isEmpty();
        assertThat(TopicReader.all(
                        "paper-b.signals.raw", each -> header(each, "ce_id").equals(knock.id())))
                .isEmpty();
    }

    /// Its function finished it after the source had stopped waiting.
    @Test
    void eventDecidedMeanwhileIsSaidToBeAndLeadsToNothingMore() {
        var knock = givenUp("decided");
        assertThat(RawHttp.post(knock)).isEqualTo(204);

        replay.replay(of(knock), false, this::seen);

        assertThat(verdicts).singleElement().asString().contains("decided already by stage");
        Await.until("it was delivered", () -> source.stats().delivered() > 0);
        Trial.assertOnceIfRepeated(knock);
    }

    @Test
    void noMoreThanTheLimitAreReplayedAndTheRestIsCounted() {
        var knock = knock("limit");
        putInto(RAW + ".dlq", knock, Map.of("deadletter-reason", "RETRIES_EXHAUSTED"));
        putInto(RAW + ".dlq", knock, Map.of("deadletter-reason", "RETRIES_EXHAUSTED"));
        var first = new Selection(
                Optional.of("paper"),
                Optional.of(RAW),
                Optional.of("RETRIES_EXHAUSTED"),
                Optional.of(knock.id()),
                Optional.empty(),
                1);

        assertThat(replay.dryRun(first, false, this::seen)).isEqualTo(new Count(1, 0, 0, 1));
        assertThat(replay.list(first, this::seen)).isEqualTo(new Count(1, 0, 0, 1));
        assertThat(letters.getFirst().offset()).isEqualTo(letters.getLast().offset());
        assertThat(replay.replay(first, false, this::seen)).isEqualTo(new Count(1, 0, 0, 1));
        assertThat(replay.replay(first, false, this::seen)).isEqualTo(new Count(1, 1, 0, 0));
        assertThat(published(knock)).hasSize(2);
    }

    @Test
    void oneIsChosenByWhereItLies() {
        var knock = knock("place");
        putInto(RAW + ".dlq", knock, Map.of("deadletter-reason", "RETRIES_EXHAUSTED"));
        putInto(RAW + ".dlq", knock, Map.of("deadletter-reason", "RETRIES_EXHAUSTED"));
        replay.list(of(knock), this::seen);
        var second = letters.getLast();

        var there = new Selection(
                Optional.empty(),
                Optional.of(RAW),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new DeadLetter.Place(second.partition(), second.offset())),
                100);

        assertThat(replay.replay(there, false, this::seen)).isEqualTo(new Count(1, 0, 0, 0));
        assertThat(letters.getLast().offset()).isEqualTo(second.offset());
        assertThat(published(knock)).hasSize(1);
    }

    @Test
    void letterThatCameBackSaysSo() {
        var knock = givenUp("back");
        TrialHouse.database().cut();
        try {
            replay.replay(of(knock), false, this::seen);
            TopicReader.await(
                    RAW + ".dlq", 2, each -> header(each, "ce_subject").equals(knock.subject()));
        } finally {
            TrialHouse.database().mend();
        }
        verdicts.clear();

        assertThat(replay.replay(of(knock), false, this::seen)).isEqualTo(new Count(1, 1, 0, 0));

        assertThat(verdicts).singleElement().asString().contains("came back after a replay at ");
        Await.until("it took effect", () -> Trial.emitted(knock).size() == 2);
        Trial.assertOnce(knock);
    }

    @Test
    void twoDoNotReplayAtOnce() {
        var nothing = new Selection(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("no such id"), Optional.empty(), 1);
        try (var other = open()) {
            other.replay(nothing, false, this::seen);

            assertThatExceptionOfType(ReplayException.class)
                    .isThrownBy(() -> replay.replay(nothing, false, this::seen))
                    .withMessageContaining("somebody else is replaying");
        }
        assertThat(replay.replay(nothing, false, this::seen)).isEqualTo(new Count(0, 0, 0, 0));
    }
}
