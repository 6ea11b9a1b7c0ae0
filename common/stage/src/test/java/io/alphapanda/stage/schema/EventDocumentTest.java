package io.alphapanda.stage.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.stage.event.EncodedEvent;
import io.alphapanda.stage.event.WireFormat;
import io.alphapanda.stage.testing.Signals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The document that is checked in, held against the topics, the types and the records that are really sent.
class EventDocumentTest {

    private static final List<Broker> BROKERS = List.of(new Broker("paper"), new Broker("zerodha"));

    private static JsonNode document;

    @BeforeAll
    static void theDocumentIsRead() throws IOException {
        document = YAMLMapper.builder()
                .build()
                .readTree(CheckedIn.reference()
                        .folder()
                        .resolve(EventDocument.FILE)
                        .toFile());
    }

    static Stream<EventType> sent() {
        return EventReferenceTest.sent();
    }

    @Test
    void everyTopicOfTheHouseIsThereAndNoOther() {
        var house = Topics.house(List.of(AssetClass.values()), BROKERS);
        var addresses = new ArrayList<String>();
        document.path("channels")
                .forEach(each -> addresses.add(each.path("address").asText()));

        assertThat(addresses.stream().filter(each -> !Topics.isDeadLetter(each)).flatMap(EventDocumentTest::topics))
                .containsExactlyInAnyOrderElementsOf(house);
        assertThat(house.stream().map(Topics::deadLetter)).allMatch(topic -> addresses.stream()
                .filter(Topics::isDeadLetter)
                .anyMatch(each -> topic.matches(each.replace(".", "\\.").replace("{topic}", ".+"))));
        assertThat(addresses).doesNotHaveDuplicates();
    }

    @Test
    void everyEventThatIsSentIsAMessageOfOneChannelAndNoOtherIs() {
        var messages = document.at("/components/messages").findValuesAsText("name");
        var carried = new ArrayList<String>();
        document.path("channels").forEach(channel -> channel.path("messages")
                .forEach(each -> carried.add(target(each).path("name").asText())));

        assertThat(messages)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(sent().map(EventType::type), Stream.of("dead-letter"))
                                .toList());
        assertThat(carried).containsExactlyInAnyOrderElementsOf(messages);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(document.findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> {
            if (reference.startsWith("#")) {
                assertThat(document.at(reference.substring(1)).isObject())
                        .as(reference)
                        .isTrue();
            } else {
                assertThat(CheckedIn.reference().folder().resolve(reference)).isRegularFile();
            }
        });
    }

    @Test
    void everyParameterOfAnAddressIsDescribedAndNoOtherIs() {
        document.path("channels").forEach(channel -> {
            var named = new ArrayList<String>();
            channel.path("parameters").fieldNames().forEachRemaining(name -> named.add("{" + name + "}"));
            assertThat(channel.path("address").asText().replaceAll("[^{]*(\\{\\w+})[^{]*|[^{]+", "$1"))
                    .isEqualTo(String.join("", named));
        });
    }

    @ParameterizedTest
    @MethodSource("sent")
    void recordThatIsSentHasTheHeadersOfItsMessage(EventType type) {
        assertThat(refusals(type, headers(event(type, Optional.of("00-trace")))))
                .isEmpty();
        assertThat(refusals(type, headers(event(type, Optional.empty())))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sent")
    void recordHasNoHeaderTheDocumentDoesNotTell(EventType type) {
        var told = new TreeSet<String>();
        headerSchema(type).findValues("properties").forEach(each -> each.fieldNames()
                .forEachRemaining(told::add));

        headers(event(type, Optional.of("00-trace"))).fieldNames().forEachRemaining(header -> assertThat(told)
                .contains(header));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_type", "ce_time", "ce_partitionkey", "ce_broker", "ce_correlationid"})
    void recordWithoutARequiredHeaderDoesNotHold(String header) {
        var headers = headers(event(EventType.ORDER_FILLED, Optional.empty()));
        headers.remove(header);

        assertThat(refusals(EventType.ORDER_FILLED, headers)).anyMatch(each -> each.contains(header));
    }

    @Test
    void recordOfAnotherTypeDoesNotHold() {
        assertThat(refusals(EventType.ORDER_FILLED, headers(event(EventType.ORDER_FAILED, Optional.empty()))))
                .anyMatch(each -> each.contains("ce_type"));
    }

    private static Stream<String> topics(String address) {
        var byAssetClass = Stream.of(AssetClass.values()).map(each -> address.replace("{assetClass}", each.label()));
        return byAssetClass
                .flatMap(each -> BROKERS.stream().map(broker -> each.replace("{broker}", broker.name())))
                .distinct();
    }

    private static JsonNode target(JsonNode reference) {
        return document.at(reference.path("$ref").asText().substring(1));
    }

    /// As the house would send it: lane events name their lane.
    private static EncodedEvent event(EventType type, Optional<String> traceparent) {
        var lane = type.scope() == EventType.Scope.LANE;
        return new EncodedEvent(
                "any",
                OptionalInt.empty(),
                type.type(),
                "nse-1/momentum/NSE:TCS/1@paper",
                "/alpha-panda/stage",
                Signals.TIME,
                "momentum:NSE:TCS",
                Optional.of("paper").filter(_ -> lane),
                Optional.of("nse-1/momentum/NSE:TCS/1").filter(_ -> lane),
                Optional.of("nse-1/equity/0/3/42").filter(_ -> lane),
                traceparent,
                new byte[] {'{', '}'});
    }

    private static ObjectNode headers(EncodedEvent event) {
        var headers = JsonNodeFactory.instance.objectNode();
        WireFormat.toRecord(event)
                .headers()
                .forEach(each -> headers.put(each.key(), new String(each.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    private static List<String> refusals(EventType type, ObjectNode headers) {
        return Validation.of(headerSchema(type)).refusals(headers.toString());
    }

    /// With its references followed.
    private static ObjectNode headerSchema(EventType type) {
        var schema = JsonNodeFactory.instance.objectNode();
        var all = schema.putArray("allOf");
        document.at("/components/messages/" + DataSchema.name(type) + "/headers/allOf")
                .forEach(each -> all.add(each.has("$ref") ? target(each) : each));
        assertThat(all).isNotEmpty();
        return schema;
    }
}
