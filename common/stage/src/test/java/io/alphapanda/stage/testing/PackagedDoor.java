package io.alphapanda.stage.testing;

import static io.alphapanda.stage.testing.TopicReader.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.stage.meter.Meter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What holds of every packaged function with a door, for requests as a KafkaSource sends them: an event takes effect
/// once however often it comes, and what is none lies in the dead letters as it was delivered.
public abstract class PackagedDoor extends PackagedFunction {

    private static final int AT_ONCE = 8;

    private final String stage;

    /// @param stage     its name, which dead letters carry
    /// @param catalogue every meter of the house it may serve
    protected PackagedDoor(String stage, List<Meter> catalogue) {
        super(catalogue);
        this.stage = stage;
    }

    /// An event that takes effect.
    ///
    /// @param name of its own for each test
    protected abstract Knock event(String name);

    /// The same kind of event where it does not belong, with the stamps of where it is delivered.
    protected abstract Knock strayed(String name);

    /// It took effect once, and what it led to lies in its topics: once, or, where a sweep may have sent it again, with
    /// the same id and bytes.
    protected abstract void assertOnce(Knock knock);

    protected abstract void assertNothingDone(Knock knock);

    @Test
    void eventTakesEffectOnceHoweverOftenItComes() {
        var knock = event("again");

        assertThat(Door.post(knock.headers(), knock.data())).isEqualTo(204);
        assertOnce(knock);
        assertThat(Door.post(knock.headers(), knock.data())).isEqualTo(204);
        assertOnce(knock);
        assertThat(Scrape.now().deliveries("done")).isPositive();
    }

    @Test
    void eventThatComesManyTimesAtOnceTakesEffectOnce() {
        var knock = event("at-once");

        try (var sources = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = Stream.generate(() -> CompletableFuture.supplyAsync(() -> RawHttp.post(knock), sources))
                    .limit(AT_ONCE)
                    .toList();
            assertThat(answers.stream().map(CompletableFuture::join)).containsOnly(204);
        }

        assertOnce(knock);
    }

    @Test
    void malformedEventIsDeadLetteredAsDelivered() {
        var whole = event("malformed");
        var knock = whole.withData("{\"id\": ".getBytes(StandardCharsets.UTF_8));

        assertDeadLetter(knock, "DATA_MALFORMED");
        assertNothingDone(whole);
    }

    @Test
    void eventThatIsTooLargeIsDeadLetteredAsDelivered() {
        var whole = event("too-large");
        var data = new byte[2 * 1024 * 1024];
        Arrays.fill(data, (byte) 'x');

        assertDeadLetter(whole.withData(data), "BODY_TOO_LARGE");
        assertNothingDone(whole);
    }

    @Test
    void eventThatStrayedIsDeadLetteredAsDelivered() {
        var knock = strayed("strayed");

        assertDeadLetter(knock, "LANE_MISMATCH");
        assertNothingDone(knock);
    }

    @Test
    void eventOfAnUnknownTypeIsDeadLetteredAsDelivered() {
        var whole = event("unknown-type");

        assertDeadLetter(whole.with("type", "com.acme.unknown.v1"), "TYPE_UNKNOWN");
        assertNothingDone(whole);
    }

    @Test
    void eventWithoutOneOfItsAttributesIsDeadLetteredAsDelivered() {
        var whole = event("incomplete");
        var required = whole.headers().keySet().stream()
                .filter(each -> each.startsWith("ce-"))
                .filter(each -> !List.of("ce-lane", "ce-topic", "ce-subject").contains(each))
                .toList();
        for (var missing : required) {
            var knock = whole.withHeader(missing, null).with("subject", "without " + missing);
            assertThat(RawHttp.post(knock)).as(missing).isEqualTo(204);
        }

        var dead =
                TopicReader.all(whole.topic() + ".dlq", record -> header(record, "ce_subject")
                                .startsWith("without "))
                        .stream()
                        .collect(Collectors.toMap(record -> header(record, "ce_subject"), record -> record));
        for (var missing : required) {
            var record = dead.get("without " + missing);
            assertThat(record).as(missing).isNotNull();
            assertThat(record.value()).as(missing).isEqualTo(whole.data());
            assertThat(header(record, "deadletter-reason")).as(missing).isEqualTo("ATTRIBUTE_MISSING");
            assertThat(header(record, "deadletter-detail")).contains(missing.substring("ce-".length()));
        }
        assertNothingDone(whole);
    }

    @Test
    void eventWithoutAStampIsLeftToTheSourcesOwnDeadLetters() {
        var knock = event("unstamped");

        assertThat(RawHttp.post(knock.without("lane"))).isEqualTo(400);
        assertThat(RawHttp.post(knock.without("topic"))).isEqualTo(400);
        assertNothingDone(knock);
    }

    @Test
    void dataBeyondTheLimitOfHttpIsLeftToTheSourcesOwnDeadLetters() {
        assertThat(RawHttp.announce(event("beyond"), 13 * 1024 * 1024)).isEqualTo(413);
    }

    @Test
    void capturedRequestsAreRefusedWithoutStampsAndDeadLetteredWithThem() {
        var knock = event("captured");

        CapturedRequests.assertRefusedWithoutStamps();
        CapturedRequests.assertDeadLetteredWithStamps(knock.lane(), knock.topic());
    }

    private void assertDeadLetter(Knock knock, String reason) {
        assertThat(RawHttp.post(knock)).isEqualTo(204);

        var topic = knock.headers().get("ce-topic");
        assertThat(TopicReader.await(topic + ".dlq", 1, record -> header(record, "ce_subject")
                        .equals(knock.subject())))
                .singleElement()
                .satisfies(dead -> {
                    assertThat(dead.value()).isEqualTo(knock.data());
                    assertThat(dead.key()).isEqualTo(knock.headers().get("ce-partitionkey"));
                    assertThat(header(dead, "deadletter-reason")).isEqualTo(reason);
                    assertThat(header(dead, "deadletter-stage")).isEqualTo(stage);
                });
    }
}
