package io.alphapanda.domain.control;

/// What a lane, a strategy or the house may send. Of the states that apply to an order the strictest holds.
public enum TradingState {
    /// Everything.
    ACTIVE,
    /// Only what makes a position smaller.
    REDUCING,
    /// Nothing.
    HALTED;

    /// @param exits whether the order only makes a position smaller
    public boolean lets(boolean exits) {
        return switch (this) {
            case ACTIVE -> true;
            case REDUCING -> exits;
            case HALTED -> false;
        };
    }

    public TradingState strictest(TradingState other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
