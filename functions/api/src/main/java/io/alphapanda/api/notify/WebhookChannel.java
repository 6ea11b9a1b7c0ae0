package io.alphapanda.api.notify;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;

/// Whatever takes a POST of JSON. `Idempotency-Key` and `id` are the same at every attempt.
record WebhookChannel(URI address, Optional<String> token) implements Channel {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public HttpRequest.Builder request(Notice notice, Notice.Told told) {
        var body = JSON.createObjectNode()
                .put("id", notice.id())
                .put("occasion", notice.occasion())
                .put("alert", notice.alertId())
                .put("code", told.code())
                .put("severity", told.severity())
                .put("broker", told.broker().orElse(null))
                .put("reality", told.reality().orElse(null))
                .put("subject", told.subject())
                .put("words", told.words())
                .put("raisedAt", told.raisedAt().toString())
                .put("resolvedAt", told.resolvedAt().map(Object::toString).orElse(null))
                .put("text", Notice.text(notice.occasion(), told));
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", notice.id())
                .POST(BodyPublishers.ofString(body.toString()));
        token.ifPresent(each -> request.header("Authorization", "Bearer " + each));
        return request;
    }

    /// Its address and token may be secrets.
    @Override
    public String toString() {
        return name();
    }
}
