package io.alphapanda.api.broker;

import io.alphapanda.api.control.StateSaid;
import io.alphapanda.api.session.SessionLine;
import io.alphapanda.domain.control.TradingState;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.order.Reality;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One account.
///
/// @param broker       its name
/// @param kind         what executes its orders
/// @param reality      PAPER, SIMULATED or LIVE
/// @param simulated    true if nobody else sees its executions
/// @param tradingState the strictest state that holds for all of it
/// @param states       every state that was said of it, of its strategies, or of every account
/// @param session      how its login stands
/// @param startingCash what each strategy's portfolio begins with
/// @param limits       what risk allows
/// @param costs        what an execution is taken to cost
/// @param strategies   those whose signals are copied to it
@Schema(description = "One account: what it is, whether it may trade, what risk allows it and who trades there")
public record BrokerLine(
        String broker,
        String kind,
        Reality reality,
        boolean simulated,
        TradingState tradingState,
        List<StateSaid> states,
        SessionLine session,
        Money startingCash,
        Limits limits,
        Costs costs,
        List<String> strategies) {

    /// @param maxPosition    units a strategy and instrument
    /// @param maxDailyTrades approvals a strategy and day
    /// @param priceCollarBps how far a price may lie from the reference price
    /// @param maxOrderValue  price × quantity
    @Schema(name = "RiskLimits", description = "What risk allows in this lane")
    public record Limits(Quantity maxPosition, int maxDailyTrades, BigDecimal priceCollarBps, Money maxOrderValue) {}

    /// @param slippageBps   against the trader
    /// @param charges       flat, or whose table
    /// @param commissionBps of the traded value, where charges are flat; else null
    /// @param product       what shares are traded as, where a table says so; else null
    @Schema(name = "TradingCosts", description = "What an execution is taken to cost")
    public record Costs(
            BigDecimal slippageBps, String charges, Optional<BigDecimal> commissionBps, Optional<String> product) {}
}
