package io.alphapanda.stage.delivery;

/// The named steps of the protocol. A process may die at any of them; each has a test.
public enum ProtocolStep {
    BEFORE_COMMIT,
    AFTER_COMMIT,
    AFTER_PUBLISH,
    BEFORE_ANSWER
}
