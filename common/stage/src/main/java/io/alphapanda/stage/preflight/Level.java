package io.alphapanda.stage.preflight;

/// How a finding weighs, the worst last.
public enum Level {
    OK,
    /// Worth a look; the house may start.
    WARN,
    /// The house must not trade like this.
    FAIL;

    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
