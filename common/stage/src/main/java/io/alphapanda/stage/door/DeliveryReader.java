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

import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.event.Ids;
import io.alphapanda.stage.broker.Brokers;
import io.alphapanda.stage.delivery.ServedTypes;
import io.alphapanda.stage.event.Delivery;
import io.alphapanda.stage.event.WireFormat;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Reads what a door received into a [Delivery], or says what is wrong with it. Both doors come through here, so both
/// refuse the same things.
@Singleton
public final class DeliveryReader {

    /// Largest data a function is given, in bytes; Kafka's own default for a record is the same.
    public static final int MAX_DATA_BYTES = 1024 * 1024;

    private static final int MAX_ATTRIBUTE = 512;

    /// W3C Trace Context, version 00. A broken one is ignored, as that recommendation asks: it says
    /// nothing about trade.
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private final Predicate<String> lanes;
    private final Set<EventType> types;

    @Inject
    DeliveryReader(Brokers brokers, ServedTypes served) {
        this(brokers::serves, served.types());
    }

    private DeliveryReader(Predicate<String> lanes, Set<EventType> types) {
        this.lanes = lanes;
        this.types = Set.copyOf(types);
    }

    /// The same rules for somebody who is no door, such as who looks at dead letters.
    ///
    /// @param lanes whether a lane, by its broker's name, is served
    /// @param types what is taken
    public static DeliveryReader of(Predicate<String> lanes, Set<EventType> types) {
        return new DeliveryReader(lanes, types);
    }

    /// @throws BadEventException with the coded reason and a detail for people
    public Delivery read(String lane, String topic, Attributes attributes, byte[] data) throws BadEventException {
        if (data.length > MAX_DATA_BYTES) {
            throw new BadEventException(
                    BODY_TOO_LARGE, "data has " + data.length + " bytes; at most " + MAX_DATA_BYTES + " are taken");
        }
        if (!"1.0".equals(required(attributes, "specversion"))) {
            throw new BadEventException(
                    ATTRIBUTE_INVALID, "specversion " + attributes.values().get("specversion") + " must be 1.0");
        }
        var id = required(attributes, "id");
        var source = required(attributes, "source");
        var type = type(required(attributes, "type"));
        var time = time(required(attributes, "time"));
        var mediaType = attributes.contentType().split(";", 2)[0].strip();
        if (!mediaType.equalsIgnoreCase("application/json")) {
            throw new BadEventException(
                    CONTENT_TYPE_UNSUPPORTED,
                    "content type '" + attributes.contentType() + "' must be application/json, in binary mode");
        }
        if (data.length == 0) {
            throw new BadEventException(DATA_MALFORMED, "data is empty; a JSON object is expected");
        }
        var name = name(lane, topic, type, id, attributes);
        return new Delivery(
                lane,
                topic,
                type,
                name.id(),
                source,
                time,
                name.partitionKey(),
                name.correlationId(),
                attributes
                        .find(WireFormat.TRACEPARENT)
                        .filter(value -> TRACEPARENT.matcher(value).matches()),
                attributes.values(),
                attributes.contentType(),
                data);
    }

    /// What an event is called here, and what it belongs to.
    private record Name(String id, String partitionKey, Optional<String> correlationId) {}

    /// A timer's events carry nothing of ours but the stamps: they are called by what fired, and follow from nothing.
    private Name name(String lane, String topic, EventType type, String id, Attributes attributes)
            throws BadEventException {
        return switch (type.scope()) {
            case LANE -> {
                var key = required(attributes, WireFormat.PARTITION_KEY);
                checkBroker(lane, attributes);
                checkLane(lane, topic);
                yield new Name(id, key, Optional.of(required(attributes, WireFormat.CORRELATION_ID)));
            }
            case MARKET, CONTROL -> new Name(id, required(attributes, WireFormat.PARTITION_KEY), Optional.empty());
            case TIMER -> {
                checkLane(lane, topic);
                var firing = Ids.ping(id);
                yield new Name(firing, lane, Optional.of(firing));
            }
        };
    }

    private static void checkBroker(String lane, Attributes attributes) throws BadEventException {
        var broker = required(attributes, WireFormat.BROKER);
        if (!broker.equals(lane)) {
            throw new BadEventException(
                    LANE_MISMATCH, "event of broker '" + broker + "' in the lane of '" + lane + "'");
        }
    }

    private void checkLane(String lane, String topic) throws BadEventException {
        if (!topic.startsWith(lane + ".")) {
            throw new BadEventException(LANE_MISMATCH, "topic '" + topic + "' is not of the lane '" + lane + "'");
        }
        if (!lanes.test(lane)) {
            throw new BadEventException(LANE_NOT_SERVED, "lane '" + lane + "' is not in ACTIVE_BROKERS here");
        }
    }

    private EventType type(String name) throws BadEventException {
        var type = EventType.find(name)
                .orElseThrow(() -> new BadEventException(TYPE_UNKNOWN, "type '" + name + "' is unknown"));
        if (!types.contains(type)) {
            throw new BadEventException(TYPE_NOT_SERVED, "type '" + name + "' is not for this function");
        }
        return type;
    }

    private static Instant time(String text) throws BadEventException {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException _) {
            throw new BadEventException(ATTRIBUTE_INVALID, "time '" + text + "' must be an RFC 3339 timestamp");
        }
    }

    private static String required(Attributes attributes, String name) throws BadEventException {
        var value =
                attributes.find(name).orElseThrow(() -> new BadEventException(ATTRIBUTE_MISSING, name + " is missing"));
        int bound = name.equals("id") || name.equals("correlationid") ? Ids.MAX_LENGTH : MAX_ATTRIBUTE;
        if (value.length() > bound) {
            throw new BadEventException(
                    ATTRIBUTE_INVALID,
                    name + " has " + value.length() + " characters; at most " + bound + " are taken");
        }
        if (!value.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            throw new BadEventException(ATTRIBUTE_INVALID, name + " must be printable ASCII");
        }
        return value;
    }
}
