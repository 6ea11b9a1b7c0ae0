package io.alphapanda.domain.order;

/// Whether what is shown of an account has happened. Said on every surface; the three are never summed.
public enum Reality {
    /// Executions are computed in the house.
    PAPER,
    /// Executions come from a simulated broker.
    SIMULATED,
    /// Executions come from a real broker and move money.
    LIVE;

    /// Whether nobody else saw the executions.
    public boolean isSimulated() {
        return this != LIVE;
    }
}
