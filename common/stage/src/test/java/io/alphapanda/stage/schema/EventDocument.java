package io.alphapanda.stage.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.signal.Broker;
import java.util.Arrays;

/// The AsyncAPI 3.0 document: which topics there are, what lies there under which key and headers, and which schema its
/// data keeps to.
final class EventDocument {

    static final String FILE = "asyncapi.yaml";
    static final String DEAD_LETTERS = "deadLetters";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER, YAMLGenerator.Feature.SPLIT_LINES)
            .enable(
                    YAMLGenerator.Feature.MINIMIZE_QUOTES,
                    YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS,
                    YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();

    private final ObjectNode document = JsonNodeFactory.instance.objectNode().put("asyncapi", "3.0.0");

    private EventDocument() {}

    static String yaml() throws JsonProcessingException {
        return YAML.writeValueAsString(new EventDocument().written());
    }

    private ObjectNode written() {
        document.putObject("info")
                .put("title", "Alpha Panda events")
                .put("version", "1")
                .put(
                        "description",
                        "CloudEvents 1.0 in binary mode on Kafka, JSON data. Written by EventReferenceTest; don't edit it: "
                                + CheckedIn.REGENERATE)
                .putObject("license")
                .put("name", "Apache-2.0");
        document.put("defaultContentType", "application/json");
        document.putObject("channels");
        var components = document.putObject("components");
        components.putObject("messages");
        parameters(components.putObject("parameters"));
        headers(components.putObject("schemas"));
        Channel.all().forEach(this::channel);
        deadLetters();
        return document;
    }

    private void channel(Channel channel) {
        var type = channel.type();
        var node = document.withObjectProperty("channels").putObject(channel.id());
        node.put("address", channel.address());
        channel.parameter().ifPresent(name -> ref(node.putObject("parameters").putObject(name), "parameters", name));
        if (type.payload().isEmpty()) {
            node.put("description", "For " + type.type() + ". Created; nobody sends it yet.");
            return;
        }
        var name = DataSchema.name(type);
        ref(node.putObject("messages").putObject(name), "messages", name);
        message(channel, name);
    }

    private void message(Channel channel, String name) {
        var type = channel.type();
        var message = messages()
                .withObjectProperty(name)
                .put("name", type.type())
                .put(
                        "summary",
                        TypeDoc.of(type.payload().orElseThrow()).orElseThrow().summary());
        var headers = message.putObject("headers").putArray("allOf");
        ref(headers.addObject(), "schemas", "eventHeaders");
        if (type.scope() == EventType.Scope.LANE) {
            ref(headers.addObject(), "schemas", "laneHeaders");
        }
        headers.addObject().putObject("properties").putObject(Headers.TYPE).put("const", type.type());
        message.putObject("payload")
                .put("schemaFormat", "application/schema+json;version=draft-2020-12")
                .putObject("schema")
                .put("$ref", "./" + CheckedIn.file(name));
        message.putObject("bindings")
                .putObject("kafka")
                .putObject("key")
                .put("type", "string")
                .put("description", channel.key());
    }

    /// Any event may end there, under any headers: what can't be read most of all.
    private void deadLetters() {
        var channel = document.withObjectProperty("channels").putObject(DEAD_LETTERS);
        channel.put("address", Topics.deadLetter("{topic}"));
        channel.put("description", "What could not be delivered, one topic beside each other one.");
        ref(channel.putObject("parameters").putObject("topic"), "parameters", "topic");
        ref(channel.putObject("messages").putObject("dead-letter"), "messages", "dead-letter");
        var message = messages()
                .withObjectProperty("dead-letter")
                .put("name", "dead-letter")
                .put("summary", "Bytes, key and headers as they were delivered, and beside them why.");
        ref(message.putObject("headers"), "schemas", "deadLetterHeaders");
    }

    private static void parameters(ObjectNode parameters) {
        var labels = parameters
                .putObject(Channel.ASSET_CLASS)
                .put("description", TypeDoc.of(AssetClass.class).orElseThrow().summary())
                .putArray("enum");
        Arrays.stream(AssetClass.values()).map(AssetClass::label).forEach(labels::add);
        parameters
                .putObject(Channel.BROKER)
                .put("description", TypeDoc.of(Broker.class).orElseThrow().summary())
                .putArray("examples")
                .add("paper")
                .add("zerodha");
        parameters.putObject("topic").put("description", "The address of any other channel.");
    }

    private static void headers(ObjectNode schemas) {
        schemas.set("eventHeaders", Headers.ofEveryEvent());
        schemas.set("laneHeaders", Headers.ofLanes());
        schemas.set("deadLetterHeaders", Headers.ofDeadLetters());
    }

    private ObjectNode messages() {
        return document.withObjectProperty("components").withObjectProperty("messages");
    }

    private static void ref(ObjectNode node, String kind, String name) {
        node.put("$ref", "#/components/" + kind + "/" + name);
    }
}
