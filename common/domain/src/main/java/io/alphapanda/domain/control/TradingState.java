package io.alphapanda.domain.control;

import java.util.Arrays;
import java.util.Optional;

/// What a lane, a strategy or the house may send. Of the states that apply to an order the strictest holds.
public enum TradingState {
    /// Everything.
    ACTIVE,
    /// Only what makes a position smaller.
    REDUCING,
    /// Nothing.
    HALTED;

    /// Empty if nothing is called that.
    public static Optional<TradingState> named(String name) {
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }

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
