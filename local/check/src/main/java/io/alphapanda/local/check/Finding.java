package io.alphapanda.local.check;

import java.util.List;
import java.util.Locale;

/// What one check has found in one lane.
///
/// @param check       the check's name
/// @param scope       the lane, or `house` for what belongs to none
/// @param summary     its numbers, for people
/// @param differences the first ones, each naming ids and numbers
/// @param total       how many differences there are
public record Finding(String check, String scope, String summary, List<String> differences, long total) {

    public boolean ok() {
        return total == 0;
    }

    String asText() {
        var text = new StringBuilder(
                String.format(Locale.ROOT, "%-4s  %-10s  %-18s  %s", ok() ? "ok" : "FAIL", scope, check, summary));
        differences.forEach(each -> text.append("\n        ").append(each));
        if (total > differences.size()) {
            text.append("\n        and ").append(total - differences.size()).append(" more");
        }
        return text.toString();
    }
}
