package io.alphapanda.stage.door;

import static io.alphapanda.stage.testing.TopicReader.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.money.Side;
import io.alphapanda.stage.testing.Await;
import io.alphapanda.stage.testing.CapturedRequests;
import io.alphapanda.stage.testing.Knock;
import io.alphapanda.stage.testing.RawHttp;
import io.alphapanda.stage.testing.Signals;
import io.alphapanda.stage.testing.TopicReader;
import io.alphapanda.stage.trial.Trial;
import io.alphapanda.stage.trial.TrialHouse;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What only the function door meets: stamps, HTTP's own bounds, and the real KafkaSource's manners.
@QuarkusTest
@QuarkusTestResource(TrialHouse.class)
class GatekeeperTest {

    @Inject
    StreamDoor stream;

    @Test
    void streamDoorIsShutWhileThisOneIsOpen() {
        assertThat(stream.pulses()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lane", "topic"})
    void eventWithoutAStampIsRefusedForTheSourcesOwnDeadLetters(String stamp) {
        var knock = knock("unstamped");

        assertThat(RawHttp.post(knock.without(stamp))).isEqualTo(400);
        Trial.assertNothingDone(knock);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/fn", "/signal-generated", "/any/where"})
    void eventIsCheckedWhateverPathItIsPostedTo(String path) {
        var good = knock("path-" + path.replace('/', '-'));
        var bad = good.with("type", "com.acme.unknown").with("subject", path);

        assertThat(RawHttp.post(path, List.copyOf(bad.headers().entrySet()), bad.data()))
                .isEqualTo(204);
        assertThat(header(Trial.deadLetter(bad), DeadLetters.REASON)).isEqualTo("TYPE_UNKNOWN");
        assertThat(RawHttp.post(path, List.copyOf(good.headers().entrySet()), good.data()))
                .isEqualTo(204);
        Trial.assertOnce(good);
    }

    @Test
    void eventOfALaneThatIsNotActiveIsDeadLetteredInItsOwnTopic() {
        var stranger = new Signals("zerodha", "not-active").next(Side.BUY, 10);
        var knock = Knock.of(stranger);

        assertThat(RawHttp.post(knock)).isEqualTo(204);

        var dead = Trial.deadLetter(knock);
        assertThat(dead.topic()).isEqualTo("zerodha.signals.raw.dlq");
        assertThat(dead.value()).isEqualTo(knock.data());
        assertThat(header(dead, DeadLetters.REASON)).isEqualTo("LANE_NOT_SERVED");
        assertThat(Trial.effects(knock)).isZero();
    }

    @Test
    void eventFromATopicOfAnotherLaneIsDeadLettered() {
        var knock = knock("other-topic").with("topic", "paper-b.signals.raw");

        assertThat(RawHttp.post(knock)).isEqualTo(204);

        var dead = TopicReader.await("paper-b.signals.raw.dlq", 1, record -> header(record, "ce_id")
                        .equals(knock.id()))
                .getFirst();
        assertThat(header(dead, DeadLetters.REASON)).isEqualTo("LANE_MISMATCH");
        Trial.assertNothingDone(knock);
    }

    /// What is wrong with its attributes, the door itself sees; what is wrong with its data, the protocol behind it.
    @ParameterizedTest
    @CsvSource({"door,com.acme.unknown", "protocol,io.alphapanda.signal-generated.v1"})
    void badEventWhoseDeadLetterCannotBeWrittenIsSentBack(String seenBy, String type) {
        var topic = "paper.no-dead-letters-yet." + seenBy;
        var plain = knock("unwritable-" + seenBy).with("type", type);
        var knock = new Knock("paper", topic, plain.headers(), "{".getBytes()).with("topic", topic);

        assertThat(RawHttp.post(knock)).isEqualTo(503);

        TrialHouse.createTopic(topic + ".dlq");
        Await.until("the dead letter is written", () -> RawHttp.post(knock) == 204);
        assertThat(Trial.deadLetter(knock).value()).isEqualTo(knock.data());
    }

    @Test
    void topicStampThatNamesNoTopicIsNoDefectOfOurs() {
        assertThat(RawHttp.post(
                        knock("no-topic").with("topic", "paper.not a topic!").with("id", "")))
                .isEqualTo(503);
    }

    @Test
    void dataOverTheLimitOfHttpIsLeftToTheSourcesOwnDeadLetters() {
        var knock = knock("over-http-limit");

        assertThat(RawHttp.announce(knock, 13 * 1024 * 1024)).isEqualTo(413);
        Trial.assertNothingDone(knock);
    }

    @Test
    void dataOverTheLimitThatWasNotAnnouncedIsLeftToTheSourcesOwnDeadLetters() {
        var knock = knock("over-http-limit-unannounced");

        assertThat(RawHttp.stream(knock, 13 * 1024)).isEqualTo(413);
        Trial.assertNothingDone(knock);
    }

    @Test
    void headersOverTheLimitOfHttpAreLeftToTheSourcesOwnDeadLetters() {
        var knock = knock("over-header-limit");

        assertThat(RawHttp.post(knock.with("note", "x".repeat(40_000)))).isEqualTo(431);
        Trial.assertNothingDone(knock);
    }

    @Test
    void capturedRequestsWithoutStampsAreRefusedForTheSourcesOwnDeadLetters() {
        CapturedRequests.assertRefusedWithoutStamps();
    }

    @Test
    void capturedRequestsWithStampsAreDeadLetteredByteForByte() {
        CapturedRequests.assertDeadLetteredWithStamps("paper", "paper.signals.raw");
    }

    private static Knock knock(String strategy) {
        return Knock.of(new Signals("paper", "gate-" + strategy).next(Side.BUY, 10));
    }
}
