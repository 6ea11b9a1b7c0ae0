package io.alphapanda.engine.control;

import io.alphapanda.domain.control.TradingState;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.StrategyId;
import java.util.Optional;

/// Somebody says what a lane, or one strategy of it, may do from now on.
///
/// @param strategy      empty for the whole lane
/// @param reason        for whoever looks later; 1 to 300 characters
/// @param by            who says so; 1 to 100 characters
/// @param resolveAlarms whether the lane's standing alarms are dealt with; a session's end is by a login alone
public record TradingCommand(
        Broker broker,
        Optional<StrategyId> strategy,
        TradingState state,
        String reason,
        String by,
        boolean resolveAlarms) {

    private static final int LONGEST_REASON = 300;
    private static final int LONGEST_NAME = 100;

    public TradingCommand {
        reason = text("reason", reason, LONGEST_REASON);
        by = text("by", by, LONGEST_NAME);
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
