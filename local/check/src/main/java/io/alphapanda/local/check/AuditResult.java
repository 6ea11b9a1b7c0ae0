package io.alphapanda.local.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What an audit has found.
///
/// @param findings one for each check and lane
public record AuditResult(List<Finding> findings) {

    public AuditResult {
        findings = List.copyOf(findings);
    }

    public boolean ok() {
        return findings.stream().allMatch(Finding::ok);
    }

    /// A line a check, and below a failed one its differences.
    public String asText() {
        return findings.stream().map(Finding::asText).collect(Collectors.joining("\n")) + "\n"
                + (ok() ? "The books are in order." : "The books are NOT in order.");
    }

    /// By check: whether it holds in every lane.
    public Map<String, Boolean> asMap() {
        var checks = new LinkedHashMap<String, Boolean>();
        findings.forEach(each -> checks.merge(each.check(), each.ok(), Boolean::logicalAnd));
        return checks;
    }
}
