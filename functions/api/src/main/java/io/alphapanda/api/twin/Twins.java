package io.alphapanda.api.twin;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.alphapanda.api.idea.Execution;
import io.alphapanda.api.idea.Idea;
import io.alphapanda.api.ledger.KnownStrategies;
import io.alphapanda.api.ledger.LedgerSnapshot;
import io.alphapanda.api.page.Limit;
import io.alphapanda.api.page.ListFilter;
import io.alphapanda.api.page.Newest;
import io.alphapanda.api.page.Period;
import io.alphapanda.api.page.Slice;
import io.alphapanda.api.problem.ProblemException;
import io.alphapanda.api.problem.ProblemType;
import io.alphapanda.api.trail.Trail;
import io.alphapanda.api.trail.TrailLedger;
import io.alphapanda.stage.ledger.SignalRow;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Compares what became of the same signals at two accounts.
@Singleton
public final class Twins {

    private static final String LIST = "twins";

    /// Signals one summary is made of at most.
    private static final int MOST_SIGNALS = 10_000;

    private final LedgerSnapshot snapshot;
    private final KnownStrategies strategies;

    Twins(LedgerSnapshot snapshot, KnownStrategies strategies) {
        this.snapshot = snapshot;
        this.strategies = strategies;
    }

    private record Row(String id, Twin twin) {}

    Uni<TwinPage> page(Pair pair, ListFilter filter, Limit limit, Optional<String> cursor) {
        var parameters = new Parameters();
        var query = filter.where("", Newest.read(LIST, cursor), parameters) + " order by recordedAt desc, id desc";
        return snapshot.read(() -> SignalRow.<SignalRow>find(query, parameters)
                        .range(0, limit.rows())
                        .list()
                        .chain(signals -> rows(pair, signals)))
                .map(rows -> Slice.of(rows, limit, Twins::cursor))
                .chain(page -> strategies.checked(filter, page))
                .map(page -> page.map(Row::twin))
                .map(page -> new TwinPage(page.rows(), page.nextCursor()));
    }

    Uni<TwinSummary> summary(Pair pair, Period period) {
        return snapshot.read(() -> SignalRow.<SignalRow>find(
                                "broker = ?1 and recordedAt >= ?2 and recordedAt < ?3",
                                pair.lane().broker(),
                                period.from(),
                                period.to())
                        .range(0, MOST_SIGNALS)
                        .list()
                        .map(Twins::bounded)
                        .chain(signals -> rows(pair, signals)))
                .map(rows -> new TwinSummary(
                        pair.lane().broker(),
                        pair.lane().reality(),
                        pair.against().broker(),
                        pair.against().reality(),
                        period.from(),
                        period.to(),
                        lines(rows)));
    }

    private static List<SignalRow> bounded(List<SignalRow> signals) {
        if (signals.size() > MOST_SIGNALS) {
            throw ProblemException.of(
                    ProblemType.TOO_LARGE,
                    "there are more than " + MOST_SIGNALS + " signals from then to then; ask for a shorter time");
        }
        return signals;
    }

    /// The trails of both lanes, read in one go, and put side by side.
    private static Uni<List<Row>> rows(Pair pair, List<SignalRow> signals) {
        if (signals.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var ideas = signals.stream().map(each -> each.correlationId).toList();
        return SignalRow.<SignalRow>list(
                        "broker = ?1 and correlationId in ?2", pair.against().broker(), ideas)
                .chain(TrailLedger::ofSignals)
                .map(trails -> trails.stream().collect(toMap(each -> each.signal().correlationId, identity())))
                .chain(others -> TrailLedger.ofSignals(signals).map(trails -> trails.stream()
                        .map(each -> new Row(each.signal().id, twin(pair, each, others)))
                        .toList()));
    }

    private static Twin twin(Pair pair, Trail trail, Map<String, Trail> others) {
        var execution = Execution.of(pair.lane(), trail);
        var against = Optional.ofNullable(others.get(trail.signal().correlationId))
                .map(other -> Execution.of(pair.against(), other));
        return new Twin(
                Idea.of(trail.signal()),
                execution,
                against,
                Difference.of(execution, against),
                trail.signal().recordedAt);
    }

    private static List<TwinSummaryLine> lines(List<Row> rows) {
        var groups = rows.stream()
                .map(Row::twin)
                .collect(groupingBy(
                        each -> new Group(each.idea().strategy(), each.idea().instrument()), TreeMap::new, toList()));
        return groups.entrySet().stream()
                .map(each ->
                        Comparison.of(each.getKey().strategy(), each.getKey().instrument(), each.getValue()))
                .toList();
    }

    private record Group(String strategy, String instrument) implements Comparable<Group> {

        @Override
        public int compareTo(Group other) {
            int byStrategy = strategy.compareTo(other.strategy);
            return byStrategy != 0 ? byStrategy : instrument.compareTo(other.instrument);
        }
    }

    private static String cursor(Row row) {
        return new Newest(row.twin().recordedAt(), row.id()).cursor(LIST);
    }
}
