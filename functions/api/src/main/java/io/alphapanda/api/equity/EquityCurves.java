package io.alphapanda.api.equity;

import io.alphapanda.api.lane.Lane;
import io.alphapanda.api.ledger.KnownStrategies;
import io.alphapanda.api.ledger.LedgerSnapshot;
import io.alphapanda.api.page.Limit;
import io.alphapanda.api.page.Newest;
import io.alphapanda.api.page.Period;
import io.alphapanda.api.page.Slice;
import io.alphapanda.stage.ledger.SnapshotRow;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// Equity curves as the ledger has them.
@Singleton
public final class EquityCurves {

    private static final String LIST = "equity";

    private static final String POINTS = "broker = ?1 and strategy = ?2 and asOf >= ?3"
            + " and (asOf < ?4 or (asOf = ?4 and id < ?5)) order by asOf desc, id desc";

    private final LedgerSnapshot snapshot;
    private final KnownStrategies strategies;

    EquityCurves(LedgerSnapshot snapshot, KnownStrategies strategies) {
        this.snapshot = snapshot;
        this.strategies = strategies;
    }

    /// An empty curve of a portfolio nobody has is a 404: it is most likely a slip of the pen.
    Uni<EquityPage> page(Lane lane, String strategy, Period period, Limit limit, Optional<String> cursor) {
        var after = Newest.read(LIST, cursor, period);
        return snapshot.read(() -> SnapshotRow.<SnapshotRow>find(
                                POINTS, lane.broker(), strategy, period.from(), after.time(), after.id())
                        .range(0, limit.rows())
                        .list())
                .call(rows -> rows.isEmpty()
                        ? strategies.requirePortfolio(lane, strategy)
                        : Uni.createFrom().voidItem())
                .map(rows -> page(lane, strategy, rows, limit));
    }

    private static EquityPage page(Lane lane, String strategy, List<SnapshotRow> rows, Limit limit) {
        var page = Slice.of(rows, limit, row -> new Newest(row.asOf, row.id).cursor(LIST))
                .map(EquityPoint::of);
        return new EquityPage(lane.broker(), lane.kind(), strategy, page.rows(), page.nextCursor());
    }
}
