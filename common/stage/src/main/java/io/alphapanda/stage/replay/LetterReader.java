package io.alphapanda.stage.replay;

import io.alphapanda.stage.door.Attributes;
import io.alphapanda.stage.door.DeadLetters;
import io.alphapanda.stage.event.WireFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/// Reads the record of a dead letter, whoever wrote it:
///
/// ```
/// a stage's door     the event's attributes, a source's stamps among them   deadletter-reason, -detail, -stage
/// a source's sink    the same                                               knativeerrordest, -code, -data, kne…
/// ```
/// Stamps and reasons are taken off; what is left are the headers of the record that was delivered.
final class LetterReader {

    private static final String ATTRIBUTE = "ce_";
    private static final String CONTENT_TYPE = "content-type";
    private static final String SOURCE_GAVE_UP = "knativeerror";
    private static final String SINK_SAID = "kne";
    private static final String PARTITION = "knativekafkapartition";
    private static final String OFFSET = "knativekafkaoffset";
    private static final String LANE = "lane";
    private static final String TOPIC = "topic";
    private static final Set<String> STAMPS = Set.of(LANE, TOPIC, PARTITION, OFFSET);
    private static final Set<String> REASONS = Set.of(DeadLetters.REASON, DeadLetters.DETAIL, DeadLetters.STAGE);

    private LetterReader() {}

    static DeadLetter read(Origin origin, ConsumerRecord<byte[], byte[]> record) {
        var kept = new ArrayList<Header>();
        var taken = new HashMap<String, String>();
        record.headers().forEach(header -> sort(header, kept, taken));
        return new DeadLetter(
                origin,
                record.partition(),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                cause(taken),
                delivered(taken),
                new DeadLetter.Stamps(Optional.ofNullable(taken.get(LANE)), Optional.ofNullable(taken.get(TOPIC))),
                kept,
                attributes(kept),
                record.value() == null ? new byte[0] : record.value());
    }

    private static void sort(Header header, List<Header> kept, Map<String, String> taken) {
        var name = header.key();
        var attribute = name.startsWith(ATTRIBUTE) ? name.substring(ATTRIBUTE.length()) : "";
        if (REASONS.contains(name)) {
            taken.put(name, text(header));
        } else if (STAMPS.contains(attribute)
                || attribute.startsWith(SOURCE_GAVE_UP)
                || attribute.startsWith(SINK_SAID)) {
            taken.put(attribute, text(header));
        } else if (attribute.equals(WireFormat.TRACEPARENT)) {
            // A header of the record and of the request; only among a door's attributes it has the prefix.
            kept.add(new RecordHeader(WireFormat.TRACEPARENT, header.value()));
        } else {
            kept.add(header);
        }
    }

    private static DeadLetter.Cause cause(Map<String, String> taken) {
        var reason = taken.get(DeadLetters.REASON);
        if (reason != null) {
            return new DeadLetter.Cause(
                    reason, taken.getOrDefault(DeadLetters.DETAIL, ""), taken.getOrDefault(DeadLetters.STAGE, ""));
        }
        var code = taken.get(SOURCE_GAVE_UP + "code");
        return new DeadLetter.Cause(
                code == null ? "NO_ANSWER" : "HTTP_" + code,
                decoded(taken.getOrDefault(SOURCE_GAVE_UP + "data", "")),
                taken.getOrDefault(SOURCE_GAVE_UP + "dest", ""));
    }

    /// The beginning of what the function had answered.
    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8).strip();
        } catch (IllegalArgumentException _) {
            return base64;
        }
    }

    private static Optional<DeadLetter.Place> delivered(Map<String, String> taken) {
        try {
            return taken.containsKey(PARTITION) && taken.containsKey(OFFSET)
                    ? Optional.of(new DeadLetter.Place(
                            Integer.parseInt(taken.get(PARTITION)), Long.parseLong(taken.get(OFFSET))))
                    : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static Attributes attributes(List<Header> headers) {
        var values = new TreeMap<String, String>();
        var contentType = "";
        for (var header : headers) {
            if (header.key().startsWith(ATTRIBUTE)) {
                values.putIfAbsent(header.key().substring(ATTRIBUTE.length()), text(header));
            } else if (header.key().equalsIgnoreCase(CONTENT_TYPE)) {
                contentType = text(header);
            } else if (header.key().equals(WireFormat.TRACEPARENT)) {
                values.putIfAbsent(WireFormat.TRACEPARENT, text(header));
            }
        }
        return new Attributes(values, contentType);
    }

    private static String text(Header header) {
        return header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
