package io.alphapanda.api.caller;

/// What a person may do; each may do what the one before may.
public enum Role {
    /// Look.
    VIEWER,
    /// Halt and resume.
    TRADER,
    /// Say who the others are, and read what they did.
    ADMIN;

    /// Whether it is enough for what needs another.
    public boolean reaches(Role needed) {
        return compareTo(needed) >= 0;
    }
}
