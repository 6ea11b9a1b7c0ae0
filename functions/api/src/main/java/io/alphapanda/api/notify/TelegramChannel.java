package io.alphapanda.api.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A chat of a Telegram bot, by the Bot API's `sendMessage`.
///
/// @param base  where Telegram is
/// @param token the bot's, a part of the address
record TelegramChannel(String base, String token, String chat) implements Channel {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String name() {
        return "telegram";
    }

    @Override
    public HttpRequest.Builder request(Notice notice, Notice.Told told) {
        var body = JSON.createObjectNode()
                .put("chat_id", chat)
                .put("text", Notice.text(notice.occasion(), told))
                .put("disable_notification", told.severity().equals("INFO"));
        return HttpRequest.newBuilder(URI.create(base + "/bot" + token + "/sendMessage"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()));
    }

    /// Telegram says in its body how long to wait: `parameters.retry_after`, in seconds.
    @Override
    public Outcome outcome(HttpResponse<String> answer, Instant now) {
        return switch (Channel.super.outcome(answer, now)) {
            case Outcome.Again(var words, var after)
            when after.isEmpty() -> new Outcome.Again(words, asked(answer.body()));
            case Outcome other -> other;
        };
    }

    private static Optional<Duration> asked(String body) {
        try {
            long seconds =
                    JSON.readTree(body).path("parameters").path("retry_after").asLong(0);
            return seconds > 0
                    ? Optional.of(Duration.ofSeconds(Math.min(seconds, LONGEST_WAIT.toSeconds())))
                    : Optional.empty();
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    /// Its token is a secret.
    @Override
    public String toString() {
        return name();
    }
}
