package io.alphapanda.api.notify;

import java.time.Instant;
import java.util.Optional;

/// What is told of one alert at one channel.
///
/// @param number   of its row
/// @param alertId  as the alert is told
/// @param channel  where
/// @param occasion `RAISED` or `RESOLVED`
/// @param held     whether quiet hours kept it back
/// @param attempts this one included
/// @param alert    what it is about; empty if its alert is gone
record Notice(
        long number,
        String alertId,
        String channel,
        String occasion,
        boolean held,
        int attempts,
        Optional<Told> alert) {

    static final String RAISED = "RAISED";
    static final String RESOLVED = "RESOLVED";

    /// @param broker     empty: of the whole house
    /// @param resolvedAt empty while it stands
    record Told(
            String code,
            String severity,
            Optional<String> broker,
            Optional<String> reality,
            String subject,
            String words,
            Instant raisedAt,
            Optional<Instant> resolvedAt) {

        Told of(Optional<String> itsReality) {
            return new Told(code, severity, broker, itsReality, subject, words, raisedAt, resolvedAt);
        }
    }

    /// The same at every attempt, so that who is told twice knows it.
    String id() {
        return alertId + "/" + occasion;
    }

    /// For people, on a line or two. Whose money it is stands in front.
    static String text(String occasion, Told told) {
        var account = told.broker()
                .map(name -> " %s%s"
                        .formatted(
                                name,
                                told.reality().map(each -> " [" + each + "]").orElse("")))
                .orElse("");
        var first = occasion.equals(RESOLVED) ? "Resolved: " : told.severity() + ": ";
        return "%s%s%s %s%n%s".formatted(first, told.code(), account, told.subject(), told.words());
    }
}
