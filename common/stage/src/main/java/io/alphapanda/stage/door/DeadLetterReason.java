package io.alphapanda.stage.door;

/// Why an event was put into its topic's dead letters. A closed list.
public enum DeadLetterReason {
    ATTRIBUTE_MISSING,
    ATTRIBUTE_INVALID,
    TYPE_UNKNOWN,
    TYPE_NOT_SERVED,
    CONTENT_TYPE_UNSUPPORTED,
    BODY_TOO_LARGE,
    LANE_MISMATCH,
    LANE_NOT_SERVED,
    ID_MISMATCH,
    DATA_MALFORMED,
    /// Retried for as long as the stream door retries.
    RETRIES_EXHAUSTED
}
