package io.alphapanda.stage.preflight;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// What a pre-flight has found.
///
/// @param level    the worst of the findings
/// @param at       when it was judged
/// @param findings in the order of the checks
public record Report(Level level, Instant at, List<Finding> findings) {

    public Report {
        findings = List.copyOf(findings);
    }

    static Report of(Instant at, List<Finding> findings) {
        var worst = findings.stream().map(Finding::level).max(Comparator.naturalOrder());
        return new Report(worst.orElse(Level.OK), at, findings);
    }

    /// A line a finding, its fix below it, and a last line that sums up.
    public String asText() {
        var text = new StringBuilder();
        for (var each : findings) {
            text.append("%-4s  %-13s %-20s %s%n"
                    .formatted(each.level().label(), each.check(), each.subject(), each.words()));
            each.fix().ifPresent(fix -> text.append("%-40s → %s%n".formatted("", fix)));
        }
        return text.append(summary()).toString();
    }

    private String summary() {
        long failed = count(Level.FAIL);
        long doubtful = count(Level.WARN);
        return switch (level) {
            case OK -> "All clear: " + findings.size() + " findings, nothing to do.";
            case WARN -> "Clear to start, with " + doubtful + " to look at.";
            case FAIL -> "Not clear: " + failed + " to put right, " + doubtful + " to look at.";
        };
    }

    private long count(Level level) {
        return findings.stream().filter(each -> each.level() == level).count();
    }
}
