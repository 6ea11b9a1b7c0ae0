package io.alphapanda.engine.reconcile;

import java.time.Instant;
import java.util.List;

/// One comparison, as it is written down.
///
/// @param words   why the broker could not be read; else empty
/// @param foreign what the next comparison begins with; of a broker that could not be read, what the one before left
record Report(
        Cause cause,
        Outcome outcome,
        String words,
        List<Noted> findings,
        Foreign foreign,
        Instant beganAt,
        Instant endedAt) {

    Report {
        findings = List.copyOf(findings);
    }

    List<Noted> differences() {
        return findings.stream()
                .filter(each -> each.weight() == Noted.Weight.DIFFERENCE)
                .toList();
    }
}
