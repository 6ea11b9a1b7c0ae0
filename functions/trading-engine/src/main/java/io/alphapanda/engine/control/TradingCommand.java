package io.alphapanda.engine.control;

import io.alphapanda.domain.control.TradingScope;
import io.alphapanda.domain.control.TradingState;

/// Somebody says what a lane, a strategy or the house may do from now on.
///
/// @param reason        for whoever looks later; 1 to 300 characters
/// @param by            who says so; 1 to 100 characters
/// @param resolveAlarms whether the lane's standing alarms are dealt with; a session's end is by a login alone. Alarms
///                      are a lane's: not of every lane at once
public record TradingCommand(TradingScope scope, TradingState state, String reason, String by, boolean resolveAlarms) {

    private static final int LONGEST_REASON = 300;
    private static final int LONGEST_NAME = 100;

    public TradingCommand {
        reason = text("reason", reason, LONGEST_REASON);
        by = text("by", by, LONGEST_NAME);
        if (resolveAlarms && scope.broker().isEmpty()) {
            throw new IllegalArgumentException(
                    "resolveAlarms is true and must be false for every lane; resolve each broker's alarms by itself");
        }
    }

    private static String text(String field, String value, int most) {
        var text = value.strip();
        if (text.isEmpty() || text.length() > most) {
            throw new IllegalArgumentException(field + " has " + text.length() + " characters and must have 1 to "
                    + most + "; say it in a sentence");
        }
        return text;
    }
}
