package io.alphapanda.stage.door;

import static io.alphapanda.stage.door.DeadLetterReason.ATTRIBUTE_INVALID;
import static io.alphapanda.stage.door.DeadLetterReason.ATTRIBUTE_MISSING;
import static io.alphapanda.stage.door.DeadLetterReason.BODY_TOO_LARGE;
import static io.alphapanda.stage.door.DeadLetterReason.CONTENT_TYPE_UNSUPPORTED;
import static io.alphapanda.stage.door.DeadLetterReason.DATA_MALFORMED;
import static io.alphapanda.stage.door.DeadLetterReason.LANE_MISMATCH;
import static io.alphapanda.stage.door.DeadLetterReason.LANE_NOT_SERVED;
import static io.alphapanda.stage.door.DeadLetterReason.TYPE_NOT_SERVED;
import static io.alphapanda.stage.door.DeadLetterReason.TYPE_UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.stage.broker.SomeBrokers;
import io.alphapanda.stage.delivery.ServedTypes;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryReaderTest {

    private static final byte[] DATA = "{}".getBytes();
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final DeliveryReader reader = new DeliveryReader(
            SomeBrokers.paperAndPaperB(),
            new ServedTypes(Set.of(EventType.SIGNAL_GENERATED, EventType.TICK_BATCH, EventType.PING)));

    @Test
    void wellFormedEventIsReadWithEveryAttributeAsDelivered() throws BadEventException {
        var delivery = read(Map.of("subject", "x", "traceparent", TRACE, "time", "2026-03-05T11:00:00+05:30"));

        assertThat(delivery.id()).isEqualTo("an-id");
        assertThat(delivery.time()).isEqualTo(Instant.parse("2026-03-05T05:30:00Z"));
        assertThat(delivery.correlationId()).contains("an-idea");
        assertThat(delivery.traceparent()).contains(TRACE);
        assertThat(delivery.attributes()).containsEntry("subject", "x");
        assertThat(delivery.attributes()).containsEntry("time", "2026-03-05T11:00:00+05:30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"specversion", "id", "source", "type", "time", "partitionkey", "correlationid", "broker"})
    void missingOrEmptyAttributeIsNamed(String name) {
        assertThat(refused(Map.of(name, ""))).isEqualTo(ATTRIBUTE_MISSING + ": " + name + " is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "id,            251, 250",
        "correlationid, 251, 250",
        "source,        513, 512",
        "type,          513, 512",
        "time,          513, 512",
        "partitionkey,  513, 512",
        "broker,        513, 512"
    })
    void oversizedAttributeIsNamedWithItsBound(String name, int length, int bound) {
        assertThat(refused(Map.of(name, "x".repeat(length))))
                .isEqualTo(ATTRIBUTE_INVALID + ": " + name + " has " + length + " characters; at most " + bound
                        + " are taken");
    }

    @ParameterizedTest
    @CsvSource({"id, 250", "correlationid, 250", "source, 512", "partitionkey, 512"})
    void attributeAtItsBoundIsTakenFromTheFirstPrintableToTheLast(String name, int length) throws BadEventException {
        var longest = " ~".repeat(length / 2);

        assertThat(read(Map.of(name, longest)).attributes()).containsEntry(name, longest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "source", "type", "time", "partitionkey", "correlationid", "broker"})
    void attributeThatIsNotPrintableAsciiIsNamed(String name) {
        for (var value : new String[] {"रिलायंस", "café", "a\nb", "a\u0000b", "tab\t", "del\u007f"}) {
            assertThat(refused(Map.of(name, value)))
                    .isEqualTo(ATTRIBUTE_INVALID + ": " + name + " must be printable ASCII");
        }
    }

    @ParameterizedTest
    @CsvSource({"specversion, 0.3", "specversion, 1.1", "time, yesterday", "time, 2026-03-05", "time, 1795252800000"})
    void attributeWithAValueOutsideItsFormIsInvalid(String name, String value) {
        assertThat(refused(Map.of(name, value))).startsWith(ATTRIBUTE_INVALID + ": " + name);
    }

    @Test
    void unknownTypeAndTypeOfAnotherFunctionAreToldApart() {
        assertThat(refused(Map.of("type", "dev.knative.kafka.event"))).startsWith(TYPE_UNKNOWN.name());
        assertThat(refused(Map.of("type", EventType.ORDER_FILLED.type()))).startsWith(TYPE_NOT_SERVED.name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "application/cloudevents+json",
                "application/cloudevents-batch+json",
                "application/jsonx"
            })
    void otherContentTypesAreUnsupported(String contentType) {
        assertThat(refused("paper", "paper.signals.raw", Map.of(), contentType, DATA))
                .startsWith(CONTENT_TYPE_UNSUPPORTED.name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "Application/JSON", "application/json; charset=utf-8"})
    void jsonIsTakenHoweverItIsWritten(String contentType) throws BadEventException {
        assertThat(reader.read("paper", "paper.signals.raw", attributes(Map.of(), contentType), DATA))
                .isNotNull();
    }

    @Test
    void dataIsBoundedAndNotEmpty() throws BadEventException {
        assertThat(refused("paper", "paper.signals.raw", Map.of(), "application/json", new byte[1024 * 1024 + 1]))
                .startsWith(BODY_TOO_LARGE.name());
        assertThat(refused("paper", "paper.signals.raw", Map.of(), "application/json", new byte[0]))
                .startsWith(DATA_MALFORMED.name());
        assertThat(reader.read(
                        "paper", "paper.signals.raw", attributes(Map.of(), "application/json"), new byte[1024 * 1024]))
                .isNotNull();
    }

    @Test
    void laneMustBeTheEventsTheTopicsAndServed() {
        assertThat(refused(Map.of("broker", "paper-b"))).startsWith(LANE_MISMATCH.name());
        assertThat(refused("paper", "paper-b.signals.raw", Map.of(), "application/json", DATA))
                .startsWith(LANE_MISMATCH.name());
        assertThat(refused("paper", "paperx", Map.of(), "application/json", DATA))
                .startsWith(LANE_MISMATCH.name());
        assertThat(refused("zerodha", "zerodha.signals.raw", Map.of("broker", "zerodha"), "application/json", DATA))
                .startsWith(LANE_NOT_SERVED.name());
    }

    @Test
    void marketEventNeedsNoBrokerAndNoIdea() throws BadEventException {
        var delivery = reader.read(
                "market",
                "market.equity.ticks",
                attributes(
                        Map.of("type", EventType.TICK_BATCH.type(), "broker", "", "correlationid", ""),
                        "application/json"),
                DATA);

        assertThat(delivery.correlationId()).isEmpty();
    }

    @Test
    void timersEventNeedsTheStampsAndNothingElseOfOurs() throws BadEventException {
        var delivery = reader.read("paper", "paper.pnl.snapshots", ping(), DATA);

        assertThat(delivery.type()).isEqualTo(EventType.PING);
        assertThat(delivery.id()).isEqualTo("ping/4c1a3770-cc4b-46b1-94b8-f50f9e918c50");
        assertThat(delivery.correlationId()).contains(delivery.id());
        assertThat(delivery.partitionKey()).isEqualTo("paper");
    }

    @Test
    void timersLaneMustBeTheTopicsAndServed() {
        assertThat(refusedPing("zerodha", "zerodha.pnl.snapshots")).startsWith(LANE_NOT_SERVED.name());
        assertThat(refusedPing("nobody", "nobody.pnl.snapshots")).startsWith(LANE_NOT_SERVED.name());
        assertThat(refusedPing("paper", "paper-b.pnl.snapshots")).startsWith(LANE_MISMATCH.name());
    }

    private String refusedPing(String lane, String topic) {
        var bad = catchThrowableOfType(BadEventException.class, () -> reader.read(lane, topic, ping(), DATA));
        return bad.reason() + ": " + bad.getMessage();
    }

    /// As a PingSource of Knative v1 sends it.
    private static Attributes ping() {
        return new Attributes(
                Map.of(
                        "specversion", "1.0",
                        "id", "4c1a3770-cc4b-46b1-94b8-f50f9e918c50",
                        "source", "/apis/v1/namespaces/alpha-panda/pingsources/paper-snapshots",
                        "type", "dev.knative.sources.ping",
                        "time", "2026-03-05T05:30:00.094490019Z",
                        "lane", "paper"),
                "application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01", "00-é"})
    void brokenTraceContextIsLeftOut(String traceparent) throws BadEventException {
        assertThat(read(Map.of("traceparent", traceparent)).traceparent()).isEmpty();
    }

    private io.alphapanda.stage.event.Delivery read(Map<String, String> changes) throws BadEventException {
        return reader.read("paper", "paper.signals.raw", attributes(changes, "application/json"), DATA);
    }

    private String refused(Map<String, String> changes) {
        return refused("paper", "paper.signals.raw", changes, "application/json", DATA);
    }

    private String refused(String lane, String topic, Map<String, String> changes, String contentType, byte[] data) {
        var bad = catchThrowableOfType(
                BadEventException.class, () -> reader.read(lane, topic, attributes(changes, contentType), data));
        return bad.reason() + ": " + bad.getMessage();
    }

    private static Attributes attributes(Map<String, String> changes, String contentType) {
        var values = new TreeMap<>(Map.of(
                "specversion", "1.0",
                "id", "an-id",
                "source", "/alpha-panda/test",
                "type", EventType.SIGNAL_GENERATED.type(),
                "time", "2026-03-05T05:30:00Z",
                "partitionkey", "momentum:NSE:TCS",
                "correlationid", "an-idea",
                "broker", "paper"));
        values.putAll(changes);
        return new Attributes(values, contentType);
    }
}
