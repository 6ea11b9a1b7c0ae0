package io.alphapanda.api.command;

import io.alphapanda.api.control.StateSaid;
import io.alphapanda.domain.control.TradingState;
import io.alphapanda.domain.order.Reality;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Who may trade.
///
/// @param lanes every active account
/// @param said  what was said last of each scope; what nobody spoke of is ACTIVE
@Schema(description = "Who may trade")
public record TradingStatePage(List<OfLane> lanes, List<StateSaid> said) {

    /// An account as a whole.
    ///
    /// @param state the strictest of what is said of it and of every account
    @Schema(name = "TradingStateOfLane", description = "An account as a whole; single strategies may be held stricter")
    public record OfLane(String broker, String kind, Reality reality, boolean simulated, TradingState state) {}
}
