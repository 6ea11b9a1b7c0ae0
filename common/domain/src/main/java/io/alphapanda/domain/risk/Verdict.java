package io.alphapanda.domain.risk;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What one rule said, with the numbers it looked at.
///
/// @param rule    the rule's name
/// @param denial  empty if it has no objection
/// @param numbers what it compared, by name; under `missing` the fact it needed and did not get
public record Verdict(String rule, Optional<DenialCode> denial, SortedMap<String, String> numbers) {

    public Verdict {
        numbers = Collections.unmodifiableSortedMap(new TreeMap<>(numbers));
    }

    static Verdict of(String rule, boolean denied, DenialCode code, Object... numbers) {
        var named = new TreeMap<String, String>();
        for (int i = 0; i < numbers.length; i += 2) {
            named.put(numbers[i].toString(), numbers[i + 1].toString());
        }
        return new Verdict(rule, denied ? Optional.of(code) : Optional.empty(), named);
    }

    /// A fact could not be established, so the rule denies.
    static Verdict missing(String rule, DenialCode code, String fact) {
        return of(rule, true, code, "missing", fact);
    }

    public boolean isDenial() {
        return denial.isPresent();
    }
}
