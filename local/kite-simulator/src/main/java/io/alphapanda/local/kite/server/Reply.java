package io.alphapanda.local.kite.server;

import io.alphapanda.local.kite.exchange.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An HTTP answer.
///
/// @param gzip the body is compressed
record Reply(
        int status,
        String contentType,
        byte[] body,
        boolean gzip,
        @Nullable String location) {
    private static final String JSON = "application/json";

    /// The success envelope.
    static Reply success(Object data) {
        Map<String, @Nullable Object> envelope = Json.object();
        envelope.put("status", "success");
        envelope.put("data", data);
        return new Reply(200, JSON, Json.bytes(envelope), false, null);
    }

    /// The error envelope.
    static Reply error(Refusal refusal) {
        return new Reply(refusal.status(), JSON, Json.bytes(errorBody(refusal)), false, null);
    }

    static Map<String, @Nullable Object> errorBody(Refusal refusal) {
        Map<String, @Nullable Object> envelope = Json.object();
        envelope.put("status", "error");
        envelope.put("message", refusal.message());
        envelope.put("data", null);
        envelope.put("error_type", refusal.type().text());
        return envelope;
    }

    static Reply csv(byte[] gzipped) {
        return new Reply(200, "text/csv", gzipped, true, null);
    }

    static Reply page(String html) {
        return new Reply(
                200, "text/html; charset=utf-8", html.getBytes(java.nio.charset.StandardCharsets.UTF_8), false, null);
    }

    static Reply redirect(String location) {
        return new Reply(302, "text/plain", new byte[0], false, location);
    }
}
