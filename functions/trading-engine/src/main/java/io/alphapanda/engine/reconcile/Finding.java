package io.alphapanda.engine.reconcile;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// One thing a comparison found.
///
/// @param subject an order's id, with a trade's behind it, or an instrument; of what is not ours the broker's name
/// @param numbers what was compared, by name
record Finding(FindingCode code, String subject, SortedMap<String, String> numbers) {

    /// The number that tells a position's difference from another of the same position.
    static final String UNEXPLAINED = "unexplained";

    Finding {
        numbers = Collections.unmodifiableSortedMap(new TreeMap<>(numbers));
    }

    static Finding of(FindingCode code, String subject, Object... numbers) {
        var named = new TreeMap<String, String>();
        for (int i = 0; i < numbers.length; i += 2) {
            named.put(numbers[i].toString(), numbers[i + 1].toString());
        }
        return new Finding(code, subject, named);
    }

    /// Whether the other one, of another moment, is of the same difference. Of a position both sides may have moved in
    /// between.
    boolean isSameAs(Finding other) {
        return code == other.code
                && subject.equals(other.subject)
                && numbers.getOrDefault(UNEXPLAINED, "").equals(other.numbers.getOrDefault(UNEXPLAINED, ""));
    }
}
