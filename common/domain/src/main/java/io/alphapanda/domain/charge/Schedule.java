package io.alphapanda.domain.charge;

import io.alphapanda.domain.money.BasisPoints;
import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/// One rate over time.
///
/// @param effectiveFrom the rates by the first day each holds on; a rate holds until the next one does
record Schedule(NavigableMap<LocalDate, BasisPoints> effectiveFrom) {

    Schedule {
        effectiveFrom = Collections.unmodifiableNavigableMap(new TreeMap<>(effectiveFrom));
    }

    static Schedule from(LocalDate day, String basisPoints) {
        return new Schedule(new TreeMap<>()).then(day, basisPoints);
    }

    Schedule then(LocalDate day, String basisPoints) {
        var longer = new TreeMap<>(effectiveFrom);
        longer.put(day, BasisPoints.of(basisPoints));
        return new Schedule(longer);
    }

    /// @throws IllegalArgumentException if the day lies before the first
    BasisPoints on(LocalDate day) {
        var rate = effectiveFrom.floorEntry(day);
        if (rate == null) {
            throw new IllegalArgumentException("day " + day + " lies before the first rate's, " + effectiveFrom);
        }
        return rate.getValue();
    }
}
