package io.alphapanda.api.command;

import io.alphapanda.domain.control.TradingState;
import io.alphapanda.domain.order.Reality;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Who may trade.
///
/// @param lanes every active account
/// @param said  what was said last of each scope; what nobody spoke of is ACTIVE
@Schema(description = "Who may trade")
public record TradingStatePage(List<OfLane> lanes, List<Said> said) {

    /// An account as a whole.
    ///
    /// @param state the strictest of what is said of it and of every account
    @Schema(name = "TradingStateOfLane", description = "An account as a whole; single strategies may be held stricter")
    public record OfLane(String broker, String kind, Reality reality, boolean simulated, TradingState state) {}

    /// What was said of a scope.
    ///
    /// @param broker    null: every account
    /// @param strategy  null: every strategy
    /// @param version   grows with each change
    /// @param changedBy who said so
    @Schema(name = "TradingStateSaid", description = "What was said last of a scope")
    public record Said(
            @Schema(description = "null: every account") Optional<String> broker,
            @Schema(description = "null: every strategy") Optional<String> strategy,
            TradingState state,
            long version,
            String reason,
            String changedBy,
            Instant changedAt) {}
}
