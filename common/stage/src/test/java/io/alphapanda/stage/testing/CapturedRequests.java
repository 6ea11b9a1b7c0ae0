package io.alphapanda.stage.testing;

import static io.alphapanda.stage.testing.TopicReader.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What a real KafkaSource was seen to send: records of every kind somebody may put into a topic, and the request it
/// made of each. None of them is an event of ours, so the right answer is always a dead letter.
///
/// The capture is no part of this repository; where it is absent, tests of it are skipped.
public final class CapturedRequests {

    private static final String FILE = "../shared/data/kafkasource-delivery.json";

    private record Captured(String name, String path, List<Map.Entry<String, String>> headers, byte[] data) {}

    private CapturedRequests() {}

    /// A source that stamps neither lane nor topic is configured wrongly: 400, for its own dead-letter sink.
    public static void assertRefusedWithoutStamps() {
        for (var request : all()) {
            assertThat(RawHttp.post(request.path(), request.headers(), request.data()))
                    .as(request.name())
                    .isEqualTo(400);
        }
    }

    /// With stamps each is acknowledged, and lies in the topic's dead letters byte for byte, with its reason.
    public static void assertDeadLetteredWithStamps(String lane, String topic) {
        var requests = all();
        for (var request : requests) {
            var headers = new ArrayList<>(request.headers());
            headers.add(Map.entry("ce-lane", lane));
            headers.add(Map.entry("ce-topic", topic));
            headers.removeIf(each -> each.getKey().equals("ce-subject"));
            headers.add(Map.entry("ce-subject", "captured " + request.name()));

            assertThat(RawHttp.post(request.path(), headers, request.data()))
                    .as(request.name())
                    .isEqualTo(204);
        }
        var dead =
                TopicReader.all(topic + ".dlq", record -> header(record, "ce_subject")
                                .startsWith("captured "))
                        .stream()
                        .collect(Collectors.toMap(
                                record -> header(record, "ce_subject"), record -> record, (first, _) -> first));
        for (var request : requests) {
            var record = dead.get("captured " + request.name());
            assertThat(record).as(request.name()).isNotNull();
            assertThat(record.value()).as(request.name()).isEqualTo(request.data());
            assertThat(header(record, "deadletter-reason")).as(request.name()).isEqualTo(reason(request));
        }
    }

    private static String reason(Captured request) {
        return request.name().equals("CE binary specversion 0.3") ? "ATTRIBUTE_INVALID" : "TYPE_UNKNOWN";
    }

    private static List<Captured> all() {
        var file = Path.of(System.getProperty("panda.root", "."), FILE);
        assumeTrue(Files.isReadable(file), "needs " + FILE + ", which is not there");
        try {
            var requests = new ArrayList<Captured>();
            for (var each : new ObjectMapper().readTree(file.toFile()).get("cases")) {
                requests.add(captured(each));
            }
            assertThat(requests).isNotEmpty();
            return requests;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
}
