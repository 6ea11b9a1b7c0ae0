package io.alphapanda.kite.failure;

import com.fasterxml.jackson.databind.JsonNode;
import io.alphapanda.kite.failure.Attempt.Answered;
import io.alphapanda.kite.json.KiteJson;
import io.alphapanda.kite.json.UnreadableException;
import java.time.Duration;
import java.util.Optional;

/// Kite's envelope: `{"status":"success","data":…}` or `{"status":"error","message":…,"error_type":…}`.
sealed interface Envelope {

    record Success(JsonNode data) implements Envelope {}

    record Failure(KiteError error) implements Envelope {}

    /// @param broken whether it is no JSON at all, such as half an answer or a proxy's page; otherwise it is JSON of
    ///               a shape nobody documented
    record Unreadable(KiteError error, boolean broken) implements Envelope {}

    static Envelope of(Answered answer, Masking masking) {
        var retryAfter = seconds(answer.retryAfter());
        JsonNode root;
        try {
            root = KiteJson.tree(answer.body());
        } catch (UnreadableException e) {
            return new Unreadable(KiteError.unreadable(answer.status(), e.getMessage(), retryAfter), true);
        }
        if (root.path("status").asText().equals("error") || root.hasNonNull("error_type")) {
            return new Failure(error(answer.status(), root, masking, retryAfter));
        }
        if (answer.status() / 100 == 2 && root.path("status").asText().equals("success") && root.has("data")) {
            return new Success(root.get("data"));
        }
        return new Unreadable(
                KiteError.unreadable(answer.status(), "answer without status and data", retryAfter), false);
    }

    static KiteError error(int status, JsonNode root, Masking masking, Optional<Duration> retryAfter) {
        var type = masking.masked(root.path("error_type").asText(""));
        var message = masking.masked(root.path("message").asText(""));
        return new KiteError(status, ErrorType.of(type), type, message, retryAfter);
    }

    /// The header's seconds; a date, or anything else, is no answer.
    private static Optional<Duration> seconds(String header) {
        return header.matches("[0-9]{1,5}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(header)))
                : Optional.empty();
    }
}
