package io.alphapanda.domain.calendar;

import java.time.LocalTime;
import java.util.List;

/// One stretch of continuous trading within a day, in the market's own wall-clock time.
///
/// @param open  first moment of trading
/// @param close first moment after it; later than `open`, so no session spans midnight
public record Session(LocalTime open, LocalTime close) {

    public Session {
        if (!open.isBefore(close)) {
            throw new IllegalArgumentException("session " + open + "-" + close + " must open before it closes");
        }
    }

    /// Reads wall-clock times.
    ///
    /// @param open  as `09:15`
    /// @param close as `15:30`
    public static Session of(String open, String close) {
        return new Session(LocalTime.parse(open), LocalTime.parse(close));
    }

    boolean holds(LocalTime time) {
        return !time.isBefore(open) && time.isBefore(close);
    }

    /// The sessions of one day, refused unless there is one and each ends before the next begins.
    static List<Session> ofOneDay(String field, List<Session> sessions) {
        if (sessions.isEmpty()) {
            throw new IllegalArgumentException(
                    field + " is empty; name at least one session, or make the day a holiday");
        }
        for (int i = 1; i < sessions.size(); i++) {
            if (sessions.get(i).open().isBefore(sessions.get(i - 1).close())) {
                throw new IllegalArgumentException(field + " session " + sessions.get(i) + " must open at or after "
                        + sessions.get(i - 1).close() + ", when the one before it closes");
            }
        }
        return List.copyOf(sessions);
    }

    @Override
    public String toString() {
        return open + "-" + close;
    }
}
