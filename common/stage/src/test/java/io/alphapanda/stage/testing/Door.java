package io.alphapanda.stage.testing;

import static io.restassured.RestAssured.given;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.stage.event.EventCodec;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Knocks at a function's door as a KafkaSource does: one POST an event, binary mode, lane and topic stamped.
public final class Door {

    private static final EventCodec CODEC = new EventCodec();

    private Door() {}

    /// A well-formed lane event's headers; change or remove some for a bad one.
    public static Map<String, String> headers(
            EventType type, String id, String lane, String topic, String key, String correlationId, Instant time) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce-specversion", "1.0");
        headers.put("ce-id", id);
        headers.put("ce-source", "/alpha-panda/test");
        headers.put("ce-type", type.type());
        headers.put("ce-time", time.toString());
        headers.put("ce-partitionkey", key);
        headers.put("ce-lane", lane);
        headers.put("ce-topic", topic);
        headers.put("content-type", "application/json");
        if (type.scope() == EventType.Scope.LANE) {
            headers.put("ce-broker", lane);
            headers.put("ce-correlationid", correlationId);
        }
        return headers;
    }

    public static byte[] json(Object payload) {
        return CODEC.encode(payload);
    }

    /// Posts and returns the status.
    public static int post(Map<String, String> headers, byte[] data) {
        RequestSpecification request = given();
        for (var header : headers.entrySet()) {
            if (!header.getKey().equals("content-type")) {
                request = request.header(header.getKey(), header.getValue());
            }
        }
        if (headers.containsKey("content-type")) {
            request = request.contentType(headers.get("content-type"));
        }
        return request.body(data).post("/").statusCode();
    }
}
