package io.alphapanda.local.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/// Reads out of a record what the checks compare. What can't be read becomes a line of trouble, never an error: the
/// audit goes on and says so.
final class RecordReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ATTRIBUTE = "ce_";

    private RecordReader() {}

    /// A record's contents; null where it has none of it.
    ///
    /// @param broker      attribute
    /// @param dataBroker  the broker its data names
    /// @param fingerprint of its attributes and data
    /// @param trouble     why it can't be read
    record Contents(
            String id,
            String type,
            String broker,
            String dataBroker,
            String fingerprint,
            String dataMd5,
            String trouble,
            String signalId,
            String orderId,
            String status,
            Integer version,
            String fillId,
            String strategy,
            String instrument,
            String side,
            BigDecimal quantity,
            BigDecimal price,
            BigDecimal fees,
            Long sequence) {}

    static Contents read(TopicKind kind, ConsumerRecord<byte[], byte[]> record) {
        var id = attribute(record, "id");
        var type = attribute(record, "type");
        if (id == null) {
            return unreadable(record, "has no ce_id");
        }
        if (!kind.type().type().equals(type)) {
            return unreadable(
                    record, "is of type " + type + ", not " + kind.type().type());
        }
        try {
            var data = record.value() == null ? null : JSON.readTree(record.value());
            return data == null || !data.isObject()
                    ? unreadable(record, "has no JSON object for data")
                    : contents(kind, record, data);
        } catch (IOException | NumberFormatException e) {
            return unreadable(record, "has data that can't be read");
        }
    }

    private static Contents contents(TopicKind kind, ConsumerRecord<byte[], byte[]> record, JsonNode data) {
        var lane = lane(kind, data);
        var request = data.at("/order/request");
        var fill = data.path("fill");
        return new Contents(
                attribute(record, "id"),
                attribute(record, "type"),
                attribute(record, "broker"),
                text(lane.path("broker")),
                fingerprint(record),
                md5(record.value()),
                null,
                text(request.isMissingNode() ? lane.path("id") : request.path("signalId")),
                text(request.path("orderId")),
                text(data.at("/order/status")),
                data.at("/order/version").isInt() ? data.at("/order/version").intValue() : null,
                text(fill.path("fillId")),
                text(request.isMissingNode() ? lane.at("/signal/strategy") : request.path("strategy")),
                text(request.isMissingNode() ? lane.at("/signal/instrument") : request.path("instrument")),
                text(request.path("side")),
                decimal(fill.path("lastQuantity")),
                decimal(fill.path("lastPrice")),
                decimal(fill.path("fees")),
                data.path("sequence").isIntegralNumber() ? data.path("sequence").longValue() : null);
    }

    /// The part of the data that names the broker.
    private static JsonNode lane(TopicKind kind, JsonNode data) {
        return switch (kind) {
            case RAW, SNAPSHOT -> data;
            case VALIDATED, REJECTED -> data.path("signal");
            case SUBMITTED, ACKNOWLEDGED, FILLED, FAILED -> data.at("/order/request");
        };
    }

    private static Contents unreadable(ConsumerRecord<byte[], byte[]> record, String trouble) {
        return new Contents(
                attribute(record, "id"),
                attribute(record, "type"),
                attribute(record, "broker"),
                null,
                fingerprint(record),
                null,
                trouble,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static String attribute(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(ATTRIBUTE + name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static String text(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? node.asText() : null;
    }

    private static BigDecimal decimal(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? new BigDecimal(node.asText()) : null;
    }

    private static String fingerprint(ConsumerRecord<byte[], byte[]> record) {
        var digest = digest("SHA-256");
        Arrays.stream(record.headers().toArray())
                .filter(each -> each.key().startsWith(ATTRIBUTE))
                .sorted(Comparator.comparing(Header::key))
                .forEach(each -> {
                    digest.update((each.key() + "=").getBytes(StandardCharsets.UTF_8));
                    digest.update(each.value() == null ? new byte[0] : each.value());
                    digest.update((byte) '\n');
                });
        digest.update(record.value() == null ? new byte[0] : record.value());
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    static String md5(byte[] data) {
        return HexFormat.of().formatHex(digest("MD5").digest(data));
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
