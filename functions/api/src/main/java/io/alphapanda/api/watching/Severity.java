package io.alphapanda.api.watching;

/// How urgent an alert is, the most urgent last.
public enum Severity {
    INFO,
    WARNING,
    /// Is told in quiet hours too.
    CRITICAL
}
