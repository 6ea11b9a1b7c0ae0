package io.alphapanda.api.equity;

import io.alphapanda.api.lane.Lane;
import io.alphapanda.api.ledger.LedgerSnapshot;
import io.alphapanda.api.page.Limit;
import io.alphapanda.api.problem.ProblemException;
import io.alphapanda.api.problem.ProblemType;
import io.alphapanda.stage.ledger.PortfolioRow;
import io.alphapanda.stage.ledger.SnapshotRow;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// Equity curves as the ledger has them.
@Singleton
public final class EquityCurves {

    /// Strategies named in an error.
    private static final int MOST_NAMES = 50;

    private static final String POINTS = "broker = ?1 and strategy = ?2 and asOf >= ?3"
            + " and (asOf < ?4 or (asOf = ?4 and id < ?5)) order by asOf desc, id desc";

    private final LedgerSnapshot snapshot;

    EquityCurves(LedgerSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /// An empty curve of a portfolio nobody has is a 404: it is most likely a slip of the pen.
    Uni<EquityPage> page(Lane lane, String strategy, Span span, Limit limit, Optional<String> cursor) {
        var after = EquityKey.read(cursor, span);
        return snapshot.read(() -> SnapshotRow.<SnapshotRow>find(
                        POINTS, lane.broker(), strategy, span.from(), after.asOf(), after.id())
                .range(0, limit.rows())
                .list()
                .chain(rows -> rows.isEmpty()
                        ? requireKnown(lane, strategy).replaceWith(rows)
                        : Uni.createFrom().item(rows))
                .map(rows -> page(lane, strategy, rows, limit)));
    }

    private static EquityPage page(Lane lane, String strategy, List<SnapshotRow> rows, Limit limit) {
        var shown = rows.subList(0, Math.min(rows.size(), limit.rows()));
        return new EquityPage(
                lane.broker(),
                lane.kind(),
                strategy,
                shown.stream().map(EquityPoint::of).toList(),
                rows.size() > shown.size() ? Optional.of(EquityKey.cursor(shown.getLast())) : Optional.empty());
    }

    private static Uni<Void> requireKnown(Lane lane, String strategy) {
        return PortfolioRow.<PortfolioRow>find("broker = ?1 order by strategy", lane.broker())
                .list()
                .invoke(rows -> {
                    var names = rows.stream().map(row -> row.strategy).toList();
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
