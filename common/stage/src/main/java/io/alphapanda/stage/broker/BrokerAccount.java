package io.alphapanda.stage.broker;

import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.order.Reality;
import io.alphapanda.domain.paper.PaperTerms;
import io.alphapanda.domain.risk.RiskLimits;
import io.alphapanda.domain.signal.Broker;

/// One configured and validated account.
///
/// @param broker       its name
/// @param kind         what executes its orders
/// @param reality      whether its executions are real
/// @param clock        what tells the time for an order that is about to be sent
/// @param startingCash of every strategy's portfolio
/// @param limits       what risk allows
/// @param costs        what trading costs
public record BrokerAccount(
        Broker broker,
        String kind,
        Reality reality,
        OrderClock clock,
        Money startingCash,
        RiskLimits limits,
        PaperTerms costs) {

    /// The kind whose executions are simulated.
    public static final String PAPER = "paper";

    /// The kind at which a person logs in every day.
    private static final String ZERODHA = "zerodha";

    /// Whether nothing can be done there unless a person has logged in.
    public boolean logsIn() {
        return kind.equals(ZERODHA);
    }

    /// Whether its orders move real money: only strategies with the live flag reach it.
    public boolean isLive() {
        return reality == Reality.LIVE;
    }
}
