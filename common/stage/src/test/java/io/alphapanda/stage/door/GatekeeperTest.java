package io.alphapanda.stage.door;

import static io.alphapanda.stage.testing.TopicReader.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.alphapanda.domain.money.Side;
import io.alphapanda.stage.testing.Await;
import io.alphapanda.stage.testing.Knock;
import io.alphapanda.stage.testing.RawHttp;
import io.alphapanda.stage.testing.Signals;
import io.alphapanda.stage.testing.TopicReader;
import io.alphapanda.stage.trial.Trial;
import io.alphapanda.stage.trial.TrialHouse;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What only the function door meets: stamps, HTTP's own bounds, and the real KafkaSource's manners.
@QuarkusTest
@QuarkusTestResource(TrialHouse.class)
class GatekeeperTest {

    private static final String CAPTURED = "../shared/data/kafkasource-delivery.json";

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

    @Test
    void badEventWhoseDeadLetterCannotBeWrittenIsSentBack() {
        var topic = "paper.no-dead-letters-yet";
        var plain = knock("unwritable");
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

    /// None of them is an event of ours, and a source that stamps nothing is configured wrongly.
    @Test
    void capturedRequestsWithoutStampsAreRefusedForTheSourcesOwnDeadLetters() throws IOException {
        for (var request : captured()) {
            assertThat(RawHttp.post(request.path(), request.headers(), request.data()))
                    .as(request.name())
                    .isEqualTo(400);
        }
    }

    @Test
    void capturedRequestsWithStampsAreDeadLetteredByteForByte() throws IOException {
        for (var request : captured()) {
            var headers = new ArrayList<>(request.headers());
            headers.add(Map.entry("ce-lane", "paper"));
            headers.add(Map.entry("ce-topic", "paper.signals.raw"));
            headers.removeIf(each -> each.getKey().equals("ce-subject"));
            headers.add(Map.entry("ce-subject", "captured " + request.name()));

            assertThat(RawHttp.post(request.path(), headers, request.data()))
                    .as(request.name())
                    .isEqualTo(204);
        }
        var dead = TopicReader.all("paper.signals.raw.dlq", _ -> true).stream()
                .collect(Collectors.toMap(record -> header(record, "ce_subject"), record -> record, (a, _) -> a));
        for (var request : captured()) {
            var record = dead.get("captured " + request.name());
            assertThat(record).as(request.name()).isNotNull();
            assertThat(record.value()).as(request.name()).isEqualTo(request.data());
            assertThat(header(record, DeadLetters.REASON))
                    .as(request.name())
                    .isEqualTo(
                            request.name().equals("CE binary specversion 0.3") ? "ATTRIBUTE_INVALID" : "TYPE_UNKNOWN");
        }
    }

    private record Captured(String name, String path, List<Map.Entry<String, String>> headers, byte[] data) {}

    private static List<Captured> captured() throws IOException {
        var file = Path.of(System.getProperty("panda.root", "."), CAPTURED);
        assumeTrue(Files.isReadable(file), "needs " + CAPTURED);
        var requests = new ArrayList<Captured>();
        for (var each : new ObjectMapper().readTree(file.toFile()).get("cases")) {
            requests.add(captured(each));
        }
        return requests;
    }

    private static Captured captured(JsonNode pair) {
        var request = pair.get("request");
        var headers = new ArrayList<Map.Entry<String, String>>();
        request.get("headers")
                .forEach(header -> headers.add(
                        Map.entry(header.get(0).asText(), header.get(1).asText())));
        return new Captured(
                pair.get("case").asText(),
                request.get("path").asText(),
                headers,
                Base64.getDecoder().decode(request.get("bodyB64").asText()));
    }

    private static Knock knock(String strategy) {
        return Knock.of(new Signals("paper", "gate-" + strategy).next(Side.BUY, 10));
    }
}
