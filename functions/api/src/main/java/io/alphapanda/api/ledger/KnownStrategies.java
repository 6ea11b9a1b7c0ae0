package io.alphapanda.api.ledger;

import io.alphapanda.api.lane.Lane;
import io.alphapanda.api.page.ListFilter;
import io.alphapanda.api.page.Slice;
import io.alphapanda.api.problem.ProblemException;
import io.alphapanda.api.problem.ProblemType;
import io.alphapanda.stage.ledger.PortfolioRow;
import io.alphapanda.stage.ledger.StrategyRow;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/// Tells an empty list from one about a strategy nobody knows, which is most likely a slip of the pen.
@Singleton
public final class KnownStrategies {

    /// Strategies named in an error.
    private static final int MOST_NAMES = 50;

    private final LedgerSnapshot snapshot;

    KnownStrategies(LedgerSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /// The page; or the problem, if it is empty because its strategy is neither defined nor has ever traded.
    public <T> Uni<Slice<T>> checked(ListFilter filter, Slice<T> page) {
        return page.rows().isEmpty() && filter.strategy().isPresent()
                ? empty(page, filter.strategy().get())
                : Uni.createFrom().item(page);
    }

    private <T> Uni<Slice<T>> empty(Slice<T> page, String strategy) {
        return knows(strategy).map(known -> {
            if (!known) {
                throw ProblemException.of(
                        ProblemType.UNKNOWN_STRATEGY,
                        "strategy '" + strategy + "' is neither defined nor has it ever traded",
                        "strategy",
                        strategy,
                        List.of());
            }
            return page;
        });
    }

    /// Whether the house knows the strategy at all: defined, or with books from an earlier definition.
    private Uni<Boolean> knows(String strategy) {
        return snapshot.read(() -> StrategyRow.count("id", strategy)
                .chain(defined -> defined > 0
                        ? Uni.createFrom().item(true)
                        : PortfolioRow.count("strategy", strategy).map(booked -> booked > 0)));
    }

    /// Nothing; or the problem, if the strategy has no portfolio at that broker.
    public Uni<Void> requirePortfolio(Lane lane, String strategy) {
        return snapshot.read(() -> PortfolioRow.<PortfolioRow>find("broker = ?1 order by strategy", lane.broker())
                        .list())
                .map(rows -> rows.stream().map(row -> row.strategy).toList())
                .invoke(names -> {
                    if (!names.contains(strategy)) {
                        throw ProblemException.of(
                                ProblemType.UNKNOWN_STRATEGY,
                                "strategy '" + strategy + "' has no portfolio at broker '" + lane.broker() + "'",
                                "strategy",
                                strategy,
                                names.stream().limit(MOST_NAMES).toList());
                    }
                })
                .replaceWithVoid();
    }
}
