package io.alphapanda.api.alert;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.alphapanda.api.lane.ActiveBrokers;
import io.alphapanda.api.ledger.LedgerSnapshot;
import io.alphapanda.api.page.Limit;
import io.alphapanda.api.page.Slice;
import io.alphapanda.api.problem.ProblemException;
import io.alphapanda.api.problem.ProblemType;
import io.alphapanda.stage.ledger.ToldAlertRow;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Answers questions about alerts.
@Singleton
public final class Alerts {

    /// Alerts that stand at once at most, in a summary; a lane in such trouble is halted long before.
    private static final int MOST_STANDING = 10_000;

    private final ActiveBrokers brokers;
    private final LedgerSnapshot snapshot;

    Alerts(ActiveBrokers brokers, LedgerSnapshot snapshot) {
        this.brokers = brokers;
        this.snapshot = snapshot;
    }

    Uni<AlertPage> page(AlertFilter filter) {
        var parameters = new Parameters();
        var where = filter.where(parameters);
        return snapshot.read(() -> ToldAlertRow.<ToldAlertRow>find(where, parameters)
                        .range(0, filter.limit().rows())
                        .list())
                .map(rows -> Slice.of(rows, filter.limit(), AlertFilter.Place::cursor)
                        .map(this::line))
                .map(page -> new AlertPage(page.rows(), page.nextCursor()));
    }

    /// The newest, those that stand and those that are resolved.
    ///
    /// @param most as many as a page may hold
    public Uni<List<AlertLine>> newest(int most) {
        return page(new AlertFilter(
                        brokers.names(), true, Optional.empty(), Optional.empty(), new Limit(most), Optional.empty()))
                .map(AlertPage::alerts);
    }

    /// @return fails with the problem if no alert of the house or of an active account has this id
    Uni<AlertLine> one(String id) {
        return snapshot.read(() -> ToldAlertRow.<ToldAlertRow>find(
                                "id = ?1 and (broker in ?2 or broker is null)", id, brokers.names())
                        .firstResult())
                .map(row -> Optional.ofNullable(row).map(this::line).orElseThrow(() -> unknown(id)));
    }

    private static ProblemException unknown(String id) {
        return ProblemException.of(
                ProblemType.UNKNOWN_ALERT,
                "no alert of an active account has the id '" + id + "'",
                "id",
                id,
                List.of());
    }

    private AlertLine line(ToldAlertRow row) {
        return AlertLine.of(Optional.ofNullable(row.broker).map(brokers::lane), row);
    }

    Uni<AlertSummary> summary() {
        return snapshot.read(() -> ToldAlertRow.<ToldAlertRow>find(
                                "resolvedAt is null and (broker in ?1 or broker is null)", brokers.names())
                        .range(0, MOST_STANDING - 1)
                        .list())
                .map(rows -> new AlertSummary(
                        house(rows.stream().filter(row -> row.broker == null).toList()),
                        brokers.names().stream()
                                .map(name -> account(
                                        name,
                                        rows.stream()
                                                .filter(row -> name.equals(row.broker))
                                                .toList()))
                                .toList()));
    }

    private static AlertSummary.Count house(List<ToldAlertRow> standing) {
        return new AlertSummary.Count(
                standing.size(), standing.stream().collect(groupingBy(row -> row.code, TreeMap::new, counting())));
    }

    private AlertSummary.Account account(String broker, List<ToldAlertRow> standing) {
        var codes = standing.stream().collect(groupingBy(row -> row.code, TreeMap::new, counting()));
        return new AlertSummary.Account(broker, brokers.lane(broker).reality(), standing.size(), codes);
    }
}
