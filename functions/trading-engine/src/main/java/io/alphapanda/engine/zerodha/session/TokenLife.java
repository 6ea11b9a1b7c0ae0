package io.alphapanda.engine.zerodha.session;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/// How long an access token lives: until 06:00 Indian time. Kite Connect v3, "Authentication and token exchange":
/// "The access token … is valid … till 6 AM the next day (regulatory requirement)". No answer of Kite's says when.
final class TokenLife {

    private static final LocalTime DEATH = LocalTime.of(6, 0);
    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

    private TokenLife() {}

    /// The next 06:00 after it; a token of the very minute lives a day.
    static Instant end(Instant login) {
        var there = login.atZone(INDIA);
        var today = there.with(DEATH);
        return (today.isAfter(there) ? today : today.plusDays(1)).toInstant();
    }

    /// Its Indian time of day, for people.
    static LocalTime inIndia(Instant at) {
        return at.atZone(INDIA).toLocalTime();
    }
}
