package io.alphapanda.domain.calendar;

import java.time.LocalDate;
import java.util.List;

/// The sessions of every working day from a date on, until the next rule takes over.
///
/// @param effectiveFrom the first day they hold
/// @param sessions      in order, without overlap; the same from Monday to Friday
public record SessionRule(LocalDate effectiveFrom, List<Session> sessions) {

    public SessionRule {
        sessions = Session.ofOneDay("sessions effective from " + effectiveFrom, sessions);
    }
}
