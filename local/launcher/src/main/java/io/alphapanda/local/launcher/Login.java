package io.alphapanda.local.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Leads a person to a broker's login and notices when they have been there.
final class Login {

    private static final Duration ASK_EVERY = Duration.ofSeconds(1);
    private static final DateTimeFormatter INDIAN =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Kolkata"));

    private final EngineSession session;
    private final PrintWriter out;

    Login(EngineSession session, PrintWriter out) {
        this.session = session;
        this.out = out;
    }

    /// Where to go, and nothing else.
    ///
    /// @throws StartException if nobody can log in at this broker
    void print() {
        session.status();
        out.println(session.loginAddress());
    }

    /// Says where to go and waits until the session is open.
    ///
    /// @throws StartException if it is not in time, or nobody can log in at this broker
    void await(Duration patience) {
        var already = session.status().filter(Login::isOpen);
        if (already.isPresent()) {
            out.println(inWords(already.get()) + "; to log in anew open " + session.loginAddress());
            return;
        }
        out.println("open in a browser: " + session.loginAddress());
        out.flush();
        if (!Condition.await(patience, ASK_EVERY, () -> session.status()
                .filter(Login::isOpen)
                .isPresent())) {
            throw new StartException("nobody has logged in at " + session.broker() + " within " + patience.toMinutes()
                    + " minutes; the address stays good: " + session.loginAddress());
        }
        session.status().ifPresent(status -> out.println(inWords(status)));
    }

    private static boolean isOpen(JsonNode status) {
        return status.path("state").asText().equals("OPEN");
    }

    private String inWords(JsonNode status) {
        return session.broker() + " (" + status.path("reality").asText() + "): "
                + status.path("userId").asText() + " is logged in until "
                + INDIAN.format(Instant.parse(status.path("expiresAt").asText())) + ", Indian time";
    }
}
