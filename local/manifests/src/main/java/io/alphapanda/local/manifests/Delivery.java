package io.alphapanda.local.manifests;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// How often and how long a source tries.
public record Delivery(Document document) {

    public static final String AT = "/spec/delivery";

    private static final int MOST_RETRIES = 40;

    public Optional<Integer> retry() {
        return document.number(AT + "/retry");
    }

    public Optional<String> backoffPolicy() {
        return document.text(AT + "/backoffPolicy");
    }

    public Optional<Duration> backoffDelay() {
        return document.text(AT + "/backoffDelay").flatMap(Delivery::duration);
    }

    /// Of one attempt.
    public Optional<Duration> timeout() {
        return document.text(AT + "/timeout").flatMap(Delivery::duration);
    }

    /// All waits of one event, as the dispatcher counts them: `delay × 2^n` or `delay × n` before the n-th retry,
    /// n from 1. Empty where the block does not say enough.
    public Optional<Duration> schedule() {
        if (retry().isEmpty() || backoffDelay().isEmpty() || retry().get() > MOST_RETRIES) {
            return Optional.empty();
        }
        long n = Math.max(retry().get(), 0);
        var delay = backoffDelay().get();
        return switch (backoffPolicy().orElse("")) {
            case "exponential" -> Optional.of(delay.multipliedBy((1L << (n + 1)) - 2));
            case "linear" -> Optional.of(delay.multipliedBy(n * (n + 1) / 2));
            default -> Optional.empty();
        };
    }

    /// An ISO duration of fixed length; days and months of unequal length are none.
    public static Optional<Duration> duration(String text) {
        try {
            return text.startsWith("PT") ? Optional.of(Duration.parse(text)) : Optional.empty();
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
