package io.alphapanda.api.broker;

import io.alphapanda.api.control.TradingStates;
import io.alphapanda.api.lane.ActiveBrokers;
import io.alphapanda.api.ledger.LedgerSnapshot;
import io.alphapanda.api.session.SessionLine;
import io.alphapanda.api.session.SessionViews;
import io.alphapanda.domain.charge.FlatCharges;
import io.alphapanda.domain.charge.ZerodhaCharges;
import io.alphapanda.domain.paper.PaperTerms;
import io.alphapanda.domain.risk.RiskLimits;
import io.alphapanda.domain.strategy.StrategyDefinition;
import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.broker.Brokers;
import io.alphapanda.stage.ledger.StrategyRow;
import io.alphapanda.stage.preflight.DefinedStrategy;
import io.alphapanda.stage.preflight.Reached;
import io.alphapanda.stage.strategy.StrategyText;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// The active accounts, from the configuration and the ledger.
@Singleton
final class BrokerViews {

    private static final StrategyText TEXT = StrategyText.json();

    private final ActiveBrokers active;
    private final Brokers brokers;
    private final SessionViews sessions;
    private final LedgerSnapshot snapshot;

    BrokerViews(ActiveBrokers active, Brokers brokers, SessionViews sessions, LedgerSnapshot snapshot) {
        this.active = active;
        this.brokers = brokers;
        this.sessions = sessions;
        this.snapshot = snapshot;
    }

    /// What the ledger says of all accounts.
    private record Known(TradingStates states, List<StrategyDefinition> strategies, List<SessionLine> sessions) {}

    /// @throws io.alphapanda.api.problem.ProblemException if the broker is not active here
    Uni<BrokerLine> of(String broker) {
        var name = active.lane(broker).broker();
        return all().map(lines -> lines.stream()
                .filter(each -> each.broker().equals(name))
                .findFirst()
                .orElseThrow());
    }

    Uni<List<BrokerLine>> all() {
        return snapshot.read(() -> Uni.combine()
                        .all()
                        .unis(TradingStates.read(), strategies(), sessions.read())
                        .usingConcurrencyOf(1)
                        .with(Known::new))
                .map(known ->
                        brokers.all().stream().map(each -> line(each, known)).toList());
    }

    /// Those that can be read; one that can't reaches nobody.
    private static Uni<List<StrategyDefinition>> strategies() {
        return StrategyRow.<StrategyRow>find("order by id").list().map(rows -> rows.stream()
                .map(row -> DefinedStrategy.read(TEXT, row.id, row.definition))
                .filter(DefinedStrategy.Valid.class::isInstance)
                .map(each -> ((DefinedStrategy.Valid) each).definition())
                .toList());
    }

    private BrokerLine line(BrokerAccount account, Known known) {
        var name = account.broker().name();
        return new BrokerLine(
                name,
                account.kind(),
                account.reality(),
                account.reality().isSimulated(),
                known.states.ofLane(name),
                known.states.of(name),
                known.sessions.stream()
                        .filter(each -> each.broker().equals(name))
                        .findFirst()
                        .orElseThrow(),
                account.startingCash(),
                limits(account.limits()),
                costs(account.costs()),
                known.strategies.stream()
                        .filter(each -> Reached.accounts(each, brokers.all()).contains(account))
                        .map(each -> each.id().value())
                        .toList());
    }

    private static BrokerLine.Limits limits(RiskLimits limits) {
        return new BrokerLine.Limits(
                limits.maxPosition(),
                limits.maxDailyTrades(),
                limits.priceCollar().value(),
                limits.maxOrderValue());
    }

    private static BrokerLine.Costs costs(PaperTerms terms) {
        var slippage = terms.slippage().value();
        return switch (terms.charges()) {
            case FlatCharges(var commission) ->
                new BrokerLine.Costs(slippage, "flat", Optional.of(commission.value()), Optional.empty());
            case ZerodhaCharges(var product) ->
                new BrokerLine.Costs(slippage, "zerodha", Optional.empty(), Optional.of(product.label()));
        };
    }
}
