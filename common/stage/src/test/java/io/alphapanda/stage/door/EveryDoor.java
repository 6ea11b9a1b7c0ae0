package io.alphapanda.stage.door;

import static io.alphapanda.stage.testing.TopicReader.header;
import static io.alphapanda.stage.trial.Trial.assertNothingDone;
import static io.alphapanda.stage.trial.Trial.assertOnce;
import static io.alphapanda.stage.trial.Trial.assertOnceIfRepeated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.alphapanda.domain.money.Side;
import io.alphapanda.stage.delivery.ProtocolStep;
import io.alphapanda.stage.testing.Await;
import io.alphapanda.stage.testing.Doorway;
import io.alphapanda.stage.testing.DyingProbe;
import io.alphapanda.stage.testing.Knock;
import io.alphapanda.stage.testing.Ledger;
import io.alphapanda.stage.testing.Signals;
import io.alphapanda.stage.trial.Script;
import io.alphapanda.stage.trial.Trial;
import io.alphapanda.stage.trial.TrialHouse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds of an event whichever door it comes through.
abstract class EveryDoor {

    @Inject
    Script script;

    @Inject
    DyingProbe probe;

    /// Keeps the doors' events apart: they share a ledger.
    abstract String name();

    /// Stands before the door that is open.
    abstract Doorway doorway();

    private Doorway door;

    @BeforeEach
    void toTheDoor() {
        door = doorway();
    }

    @AfterEach
    void away() {
        door.close();
    }

    @Test
    void eventTakesEffectAndItsEventsAreSent() {
        var knock = knock("paper", "plain");

        door.deliver(List.of(knock));

        assertOnce(knock);
        Await.until(
                "the ledger knows what was sent",
                () -> Ledger.count("select count(*) from outbox where cause_id = ? and sent_at is not null", knock.id())
                        == 2);
    }

    @Test
    void eventDeliveredTwiceTakesEffectOnce() {
        var knock = knock("paper", "twice");

        door.deliver(List.of(knock));
        door.deliver(List.of(knock));

        assertOnce(knock);
    }

    @Test
    void eventDeliveredManyTimesAtOnceTakesEffectOnce() {
        var knock = knock("paper", "at-once");

        door.deliver(Collections.nCopies(24, knock));

        assertOnceIfRepeated(knock);
    }

    @Test
    void eventReplayedLongAfterwardsLeadsToNothingMore() {
        var knock = knock("paper", "late");
        door.deliver(List.of(knock));
        Await.until(
                "the ledger knows what was sent",
                () -> Ledger.count("select count(*) from outbox where cause_id = ? and sent_at is null", knock.id())
                        == 0);

        door.deliver(List.of(knock));

        assertOnce(knock);
    }

    @Test
    void eventAheadOfItsTurnIsSentBackAndTakenAfterTheOneItFollows() {
        var signals = new Signals("paper", name() + "-turns");
        var first = Knock.of(signals.next(Side.BUY, 10));
        var second = Knock.of(signals.next(Side.SELL, 10));

        door.deliverInVain(second);
        assertNothingDone(second);
        door.deliver(List.of(first));
        door.comeAgain(List.of(second));

        assertOnce(first);
        assertOnce(second);
    }

    @Test
    void eventsOfManyStrategiesDeliveredBackwardsAllTakeEffectOnce() {
        var knocks = IntStream.range(0, 5)
                .mapToObj(i -> new Signals("paper-b", name() + "-backwards-" + i))
                .flatMap(signals -> Stream.of(
                        Knock.of(signals.next(Side.BUY, 1)),
                        Knock.of(signals.next(Side.SELL, 1)),
                        Knock.of(signals.next(Side.BUY, 1))))
                .toList()
                .reversed();

        door.begin(knocks);
        door.comeAgain(knocks);

        knocks.forEach(Trial::assertOnceIfRepeated);
    }

    @ParameterizedTest
    @EnumSource
    void processThatDiesAtAStepLosesNothingAndDoublesNothing(ProtocolStep step) {
        var knock = knock("paper", "dies-" + step.ordinal());
        probe.dieAt(step, knock.id());

        door.deliverInVain(knock);
        door.comeAgain(List.of(knock));

        assertOnceIfRepeated(knock);
    }

    @Test
    void eventDeliveredAgainWhileTheFirstIsStillRunningTakesEffectOnce() {
        var strategy = name() + "-overlap";
        var knock = Knock.of(new Signals("paper", strategy).next(Side.BUY, 10));
        var running = script.hold(strategy);

        door.deliverInVain(knock);
        door.begin(List.of(knock));
        assertThat(Trial.effects(knock)).isZero();
        running.complete(null);
        door.comeAgain(List.of(knock));

        assertOnceIfRepeated(knock);
    }

    @Test
    void databaseThatIsAwaySendsEventsBackAndNothingIsDone() {
        var knock = knock("paper", "no-database");
        TrialHouse.database().cut();
        try {
            door.deliverInVain(knock);
            assertNothingDone(knock);
        } finally {
            TrialHouse.database().mend();
        }
        door.comeAgain(List.of(knock));

        assertOnce(knock);
    }

    @Test
    void databaseThatDoesNotAnswerSendsEventsBackInTime() {
        var knock = knock("paper", "silent-database");
        TrialHouse.database().hold();
        try {
            door.deliverInVain(knock);
            assertNothingDone(knock);
        } finally {
            TrialHouse.database().mend();
        }
        door.comeAgain(List.of(knock));

        assertOnce(knock);
    }

    @Test
    void brokenTopicOfOneLaneDelaysNoOtherLane() {
        var strategy = name() + "-broken";
        var topic = "paper." + strategy;
        script.sendTo(strategy, topic);
        var signals = new Signals("paper", strategy);
        var stuck = IntStream.range(0, 8)
                .mapToObj(_ -> Knock.of(signals.next(Side.BUY, 1)))
                .toList();
        var others = IntStream.range(0, 8)
                .mapToObj(i -> knock("paper-b", "unbroken-" + i))
                .toList();

        door.begin(stuck);
        door.deliver(others);

        assertThat(stuck).noneMatch(door::isFinished);
        others.forEach(Trial::assertOnce);
        TrialHouse.createTopic(topic);
        door.comeAgain(stuck);
        assertThat(stuck).allSatisfy(each -> assertThat(Trial.effects(each)).isEqualTo(1));
    }

    @Test
    void eventUnderAnotherLanesIdIsDeadLettered() {
        var taken = knock("paper", "taken");
        var thief = knock("paper-b", "taken").with("id", taken.id());
        door.deliver(List.of(taken));

        door.deliver(List.of(thief));

        assertThat(header(Trial.deadLetter(thief), DeadLetters.REASON)).isEqualTo("LANE_MISMATCH");
        assertOnce(taken);
    }

    static Stream<Arguments> badEvents() {
        return Stream.of(
                bad("id missing", "ATTRIBUTE_MISSING", "id is missing", knock -> knock.without("id")),
                bad("source missing", "ATTRIBUTE_MISSING", "source", knock -> knock.without("source")),
                bad("no CloudEvent", "ATTRIBUTE_MISSING", "specversion", knock -> knock.without("specversion")),
                bad("type missing", "ATTRIBUTE_MISSING", "type", knock -> knock.without("type")),
                bad("time missing", "ATTRIBUTE_MISSING", "time", knock -> knock.without("time")),
                bad("key missing", "ATTRIBUTE_MISSING", "partitionkey", knock -> knock.without("partitionkey")),
                bad("idea missing", "ATTRIBUTE_MISSING", "correlationid", knock -> knock.without("correlationid")),
                bad("broker missing", "ATTRIBUTE_MISSING", "broker", knock -> knock.without("broker")),
                bad("old version", "ATTRIBUTE_INVALID", "1.0", knock -> knock.with("specversion", "0.3")),
                bad("broken time", "ATTRIBUTE_INVALID", "time", knock -> knock.with("time", "noon")),
                bad("long id", "ATTRIBUTE_INVALID", "at most 250", knock -> knock.with("id", "x".repeat(251))),
                bad("latin", "ATTRIBUTE_INVALID", "ASCII", knock -> knock.with("correlationid", "caf\u00e9")),
                bad("unknown type", "TYPE_UNKNOWN", "acme", knock -> knock.with("type", "com.acme.signal")),
                bad(
                        "type of another stage",
                        "TYPE_NOT_SERVED",
                        "order-filled",
                        knock -> knock.with("type", "io.alphapanda.order-filled.v1")),
                bad(
                        "wrong content type",
                        "CONTENT_TYPE_UNSUPPORTED",
                        "text/plain",
                        knock -> knock.withHeader("content-type", "text/plain")),
                bad(
                        "no content type",
                        "CONTENT_TYPE_UNSUPPORTED",
                        "application/json",
                        knock -> knock.withHeader("content-type", null)),
                bad("structured mode", "CONTENT_TYPE_UNSUPPORTED", "binary mode", knock -> knock.withHeader(
                                "content-type", "application/cloudevents+json")
                        .withData("{\"specversion\":\"1.0\",\"id\":\"s\",\"data\":{}}".getBytes())),
                bad("another broker's event", "LANE_MISMATCH", "paper-b", knock -> knock.with("broker", "paper-b")),
                bad(
                        "another broker's data",
                        "LANE_MISMATCH",
                        "paper-b",
                        knock -> knock.withData(text(knock)
                                .replace("\"broker\":\"paper\"", "\"broker\":\"paper-b\"")
                                .getBytes(StandardCharsets.UTF_8))),
                bad("no data", "DATA_MALFORMED", "empty", knock -> knock.withData(new byte[0])),
                bad("cut short", "DATA_MALFORMED", "JSON", knock -> knock.withData("{\"id\": ".getBytes())),
                bad(
                        "no bytes of a text",
                        "DATA_MALFORMED",
                        "JSON",
                        knock -> knock.withData(new byte[] {(byte) 0xff, 0, 1})),
                bad(
                        "quantity below zero",
                        "DATA_MALFORMED",
                        "quantity -10 must not be below 0",
                        knock -> knock.withData(text(knock)
                                .replace("\"quantity\":\"10\"", "\"quantity\":\"-10\"")
                                .getBytes(StandardCharsets.UTF_8))),
                bad("two megabytes", "BODY_TOO_LARGE", "2097152 bytes", knock -> {
                    var data = new byte[2 * 1024 * 1024];
                    Arrays.fill(data, (byte) 'x');
                    return knock.withData(data);
                }));
    }

    private static Arguments bad(String what, String reason, String detail, UnaryOperator<Knock> spoil) {
        return argumentSet(what, what, reason, detail, spoil);
    }

    @ParameterizedTest
    @MethodSource("badEvents")
    void badEventIsDeadLetteredAsDeliveredAndAcknowledged(
            String what, String reason, String detail, UnaryOperator<Knock> spoil) {
        var whole = knock("paper", "bad-" + what.replaceAll("[^a-z]", "-"));
        var knock = spoil.apply(whole);

        door.deliver(List.of(knock));

        var dead = Trial.deadLetter(knock);
        assertThat(dead.value()).isEqualTo(knock.data());
        assertThat(header(dead, DeadLetters.REASON)).isEqualTo(reason);
        assertThat(header(dead, DeadLetters.DETAIL)).contains(detail);
        assertThat(header(dead, DeadLetters.STAGE)).isEqualTo("stage");
        assertThat(dead.key()).isEqualTo(knock.headers().get("ce-partitionkey"));
        knock.headers().forEach((name, value) -> {
            if (!name.equals("ce-lane") && !name.equals("ce-topic")) {
                assertThat(header(dead, name.replace("ce-", "ce_"))).as(name).isEqualTo(value);
            }
        });
        assertNothingDone(whole);
    }

    Knock knock(String broker, String strategy) {
        return Knock.of(new Signals(broker, name() + "-" + strategy).next(Side.BUY, 10));
    }

    private static String text(Knock knock) {
        return new String(knock.data(), StandardCharsets.UTF_8);
    }
}
