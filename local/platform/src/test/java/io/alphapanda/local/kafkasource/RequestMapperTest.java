package io.alphapanda.local.kafkasource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The requests of the real data plane, record by record. The captured pairs lie outside the repository.
class RequestMapperTest {
    private static final String CAPTURED = "shared/data/kafkasource-delivery.json";
    private static final TraceHeaders TRACE = new TraceHeaders(false, () -> 0x1234L);

    @TestFactory
    Stream<DynamicTest> makes_the_captured_request_of_every_captured_record() throws IOException {
        Optional<Path> file = captured();
        assumeTrue(file.isPresent(), "needs ../shared/data/kafkasource-delivery.json");
        JsonNode captured = new ObjectMapper().readTree(file.orElseThrow().toFile());
        return StreamSupport.stream(captured.get("cases").spliterator(), false)
                .map(pair -> dynamicTest(pair.get("case").asText(), () -> compare(captured.get("kafkaSource"), pair)));
    }

    @Test
    void a_trace_is_passed_on_with_a_new_span_and_begun_only_on_request() {
        Headers traced = new RecordHeaders()
                .add(
                        "traceparent",
                        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00".getBytes(StandardCharsets.UTF_8));

        assertThat(TRACE.forRequest(traced))
                .containsExactly(Map.entry("traceparent", "00-0af7651916cd43dd8448eb211c80319c-0000000000001234-00"));
        assertThat(TRACE.forRequest(new RecordHeaders())).isEmpty();
        assertThat(new TraceHeaders(true, () -> 1L).forRequest(new RecordHeaders()))
                .containsExactly(Map.entry("traceparent", "00-00000000000000010000000000000001-0000000000000001-01"));
    }

    @Test
    void key_types_fall_back_to_text_when_the_length_does_not_fit() {
        assertThat(KeyType.INT.text(new byte[] {0, 0, 1, 0})).isEqualTo("256");
        assertThat(KeyType.INT.text("eight by".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("eight by");
        assertThat(KeyType.FLOAT.text(new byte[] {0x3f, (byte) 0xc0, 0, 0})).isEqualTo("1.5");
        assertThat(KeyType.FLOAT.text("abc".getBytes(StandardCharsets.UTF_8))).isEqualTo("abc");
    }

    private static void compare(JsonNode source, JsonNode pair) throws IOException {
        JsonNode record = pair.get("record");
        JsonNode request = pair.get("request");
        EventRequest mapped = new RequestMapper(spec(source, record.get("topic").asText()), TRACE).map(record(record));

        Map<String, String> expected = new TreeMap<>();
        request.get("headers")
                .forEach(header -> expected.put(
                        header.get(0).asText().toLowerCase(Locale.ROOT),
                        header.get(1).asText()));
        String length = expected.remove("content-length");
        expected.computeIfPresent(
                "traceparent", (_, value) -> value.substring(0, 36) + "0000000000001234" + value.substring(52));

        assertThat(mapped.headers()).isEqualTo(expected);
        assertThat(mapped.body().map(body -> Integer.toString(body.length))).isEqualTo(Optional.ofNullable(length));
        assertThat(mapped.body().orElse(new byte[0]))
                .isEqualTo(request.get("bodyB64").binaryValue());
    }

    private static KafkaSourceSpec spec(JsonNode source, String topic) {
        String name = topic.replace('.', '-');
        TreeMap<String, String> overrides = new TreeMap<>();
        JsonNode configured = source.path("ceOverrides").path(name);
        configured
                .fieldNames()
                .forEachRemaining(key -> overrides.put(key, configured.get(key).asText()));
        String keyType = source.path("keyType").path(topic).asText("string");
        return new KafkaSourceSpec(
                source.get("namespace").asText(),
                name,
                List.of(topic),
                "g",
                InitialOffset.EARLIEST,
                Ordering.ORDERED,
                1,
                URI.create("http://127.0.0.1/fn"),
                overrides,
                Delivery.absent(),
                KeyType.valueOf(keyType.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    private static ConsumerRecord<byte[], byte[]> record(JsonNode record) {
        Headers headers = new RecordHeaders();
        record.get("headers")
                .forEach(header -> headers.add(
                        header.get(0).asText(), header.get(1).asText().getBytes(StandardCharsets.UTF_8)));
        return new ConsumerRecord<>(
                record.get("topic").asText(),
                record.get("partition").asInt(),
                record.get("offset").asLong(),
                record.get("timestamp").asLong(),
                TimestampType.CREATE_TIME,
                -1,
                -1,
                bytes(record.get("keyB64")),
                bytes(record.get("valueB64")),
                headers,
                Optional.empty());
    }

    private static byte[] bytes(JsonNode base64) {
        return base64.isNull() ? null : Base64.getDecoder().decode(base64.asText());
    }

    /// Beside the repository: from `panda.root` one up, or from any directory above the working directory.
    private static Optional<Path> captured() {
        Path start = Path.of(System.getProperty("panda.root", "")).toAbsolutePath();
        for (Path directory = start; directory != null; directory = directory.getParent()) {
            Path candidate = directory.resolve(CAPTURED);
            if (Files.isRegularFile(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
