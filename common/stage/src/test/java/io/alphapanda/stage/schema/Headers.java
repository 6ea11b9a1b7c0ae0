package io.alphapanda.stage.schema;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.stage.door.DeadLetterReason;
import io.alphapanda.stage.door.DeadLetters;
import io.alphapanda.stage.event.WireFormat;
import java.util.Arrays;

/// The Kafka headers of an event: CloudEvents attributes in binary mode, and the trace beside them.
final class Headers {

    static final String TYPE = "ce_type";

    private static final String PREFIX = "ce_";
    private static final int MAX_ATTRIBUTE = 512;

    private final ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");

    private Headers() {}

    static ObjectNode ofEveryEvent() {
        var headers = new Headers()
                .required(PREFIX + "specversion", "of CloudEvents", 3)
                .required(PREFIX + "id", "derived from its cause; the same event twice has the same id", Ids.MAX_LENGTH)
                .required(PREFIX + "source", "the stage that sent it, /alpha-panda/<stage>", MAX_ATTRIBUTE)
                .required(TYPE, "io.alphapanda.<name>.v<version>", MAX_ATTRIBUTE)
                .required(PREFIX + "time", "market time", MAX_ATTRIBUTE)
                .required(PREFIX + WireFormat.PARTITION_KEY, "the record key again", MAX_ATTRIBUTE)
                .required("content-type", "of the data", MAX_ATTRIBUTE)
                .optional(PREFIX + WireFormat.CAUSATION_ID, "the event it follows from", Ids.MAX_LENGTH)
                .optional(WireFormat.TRACEPARENT, "W3C Trace Context", MAX_ATTRIBUTE);
        headers.property(PREFIX + "specversion").put("const", "1.0");
        headers.property(PREFIX + "time").put("format", "date-time");
        headers.property("content-type").put("const", "application/json");
        return headers.schema;
    }

    /// What a lane's event has beside them.
    static ObjectNode ofLanes() {
        var headers = new Headers()
                .required(PREFIX + WireFormat.BROKER, "the lane it belongs to", MAX_ATTRIBUTE)
                .required(PREFIX + WireFormat.CORRELATION_ID, "the signal it all began with", Ids.MAX_LENGTH);
        headers.property(PREFIX + WireFormat.BROKER).put("pattern", Notation.PATTERNS.get(Broker.class));
        return headers.schema;
    }

    /// What a stage writes beside an event's own headers when it gives it up.
    static ObjectNode ofDeadLetters() {
        var headers = new Headers()
                .optional(DeadLetters.REASON, "why; not there if the KafkaSource itself gave it up", MAX_ATTRIBUTE)
                .optional(DeadLetters.DETAIL, "what exactly, for people", 300)
                .optional(DeadLetters.STAGE, "who gave it up", MAX_ATTRIBUTE);
        var reasons = headers.property(DeadLetters.REASON).putArray("enum");
        Arrays.stream(DeadLetterReason.values()).map(Enum::name).forEach(reasons::add);
        return headers.schema;
    }

    private Headers required(String name, String meaning, int maxLength) {
        schema.withArray("required").add(name);
        return optional(name, meaning, maxLength);
    }

    private Headers optional(String name, String meaning, int maxLength) {
        property(name).put("type", "string").put("description", meaning).put("maxLength", maxLength);
        return this;
    }

    private ObjectNode property(String name) {
        return schema.withObjectProperty("properties").withObjectProperty(name);
    }
}
