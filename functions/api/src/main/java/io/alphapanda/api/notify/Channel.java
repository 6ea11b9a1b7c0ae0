package io.alphapanda.api.notify;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// A place outside the house where alerts are told, over HTTP.
sealed interface Channel permits WebhookChannel, TelegramChannel {

    /// In the ledger, in alerts and in logs.
    String name();

    /// @param told what is told
    HttpRequest.Builder request(Notice notice, Notice.Told told);

    /// What became of an attempt.
    sealed interface Outcome {

        record Told() implements Outcome {}

        /// @param words for people, never a secret
        /// @param after what the other side asks for
        record Again(String words, Optional<Duration> after) implements Outcome {}

        /// Trying again would not help.
        ///
        /// @param words for people, never a secret
        record Refused(String words) implements Outcome {}
    }

    /// Nobody is left alone for longer, whatever the other side asks for.
    Duration LONGEST_WAIT = Duration.ofHours(1);

    int TOO_MANY = 429;
    int TIMED_OUT = 408;

    /// ```
    /// 2xx told · 408, 429, 5xx again · anything else refused
    /// ```
    default Outcome outcome(HttpResponse<String> answer, Instant now) {
        int status = answer.statusCode();
        var words = "answered " + status;
        if (status >= 200 && status < 300) {
            return new Outcome.Told();
        }
        return status == TIMED_OUT || status == TOO_MANY || status >= 500
                ? new Outcome.Again(words, retryAfter(answer, now))
                : new Outcome.Refused(words);
    }

    /// Seconds, or a date (RFC 9110, 10.2.3).
    static Optional<Duration> retryAfter(HttpResponse<?> answer, Instant now) {
        return answer.headers()
                .firstValue("Retry-After")
                .map(String::strip)
                .flatMap(text -> text.matches("\\d{1,9}")
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                        : date(text, now))
                .map(wait -> wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }

    private static Optional<Duration> date(String text, Instant now) {
        try {
            var at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO);
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
