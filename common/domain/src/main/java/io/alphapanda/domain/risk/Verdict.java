package io.alphapanda.domain.risk;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What one rule said, with the numbers it looked at.
///
/// @param rule    the rule's name
/// @param denial  empty if it has no objection
/// @param numbers what it compared, by name
public record Verdict(String rule, Optional<DenialCode> denial, SortedMap<String, String> numbers) {

    static Verdict of(String rule, boolean denied, DenialCode code, Object... numbers) {
        var named = new TreeMap<String, String>();
        for (int i = 0; i < numbers.length; i += 2) {
            named.put(numbers[i].toString(), numbers[i + 1].toString());
        }
        return new Verdict(rule, denied ? Optional.of(code) : Optional.empty(), named);
    }

    public boolean isDenial() {
        return denial.isPresent();
    }
}
