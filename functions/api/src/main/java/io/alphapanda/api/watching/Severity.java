package io.alphapanda.api.watching;

import io.quarkus.runtime.annotations.RegisterForReflection;

/// How urgent an alert is, the most urgent last.
@RegisterForReflection
public enum Severity {
    INFO,
    WARNING,
    /// Is told in quiet hours too.
    CRITICAL
}
