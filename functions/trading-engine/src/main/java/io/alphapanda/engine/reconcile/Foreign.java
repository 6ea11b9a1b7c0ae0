package io.alphapanda.engine.reconcile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/// What of the broker's positions is not ours, as a comparison left it: the next one begins with it.
///
/// @param day   of the comparison, in the broker's time zone
/// @param parts by instrument, as the house writes it
record Foreign(LocalDate day, Map<String, Part> parts) {

    static final Foreign NONE = new Foreign(LocalDate.EPOCH, Map.of());

    /// Of one instrument.
    ///
    /// @param quantity that is not ours; below zero is sold
    /// @param today    of it what trades by hand came to on that day
    record Part(BigDecimal quantity, BigDecimal today) {

        static final Part NONE = new Part(BigDecimal.ZERO, BigDecimal.ZERO);
    }

    Foreign {
        parts = Map.copyOf(new TreeMap<>(parts));
    }

    /// What was not ours as that day began.
    BigDecimal asOfTheMorning(LocalDate of, String instrument) {
        var part = parts.getOrDefault(instrument, Part.NONE);
        return day.equals(of) ? part.quantity().subtract(part.today()) : part.quantity();
    }
}
