package io.alphapanda.api.alert;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.alphapanda.api.lane.ActiveBrokers;
import io.alphapanda.api.ledger.LedgerSnapshot;
import io.alphapanda.api.page.Cursor;
import io.alphapanda.api.page.Limit;
import io.alphapanda.api.page.Slice;
import io.alphapanda.stage.ledger.AlarmRow;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Answers questions about alerts.
@Singleton
public final class Alerts {

    private static final String LIST = "alerts";

    /// Alerts that stand at once at most, in a summary; a lane in such trouble is halted long before.
    private static final int MOST_STANDING = 10_000;

    private final ActiveBrokers brokers;
    private final LedgerSnapshot snapshot;

    Alerts(ActiveBrokers brokers, LedgerSnapshot snapshot) {
        this.brokers = brokers;
        this.snapshot = snapshot;
    }

    /// @param standing only those that stand, or only those that do not
    Uni<AlertPage> page(List<String> of, Optional<Boolean> standing, Limit limit, Optional<String> cursor) {
        var query = new StringBuilder("broker in :brokers and id < :before");
        standing.ifPresent(value -> query.append(" and resolvedAt is ").append(value ? "null" : "not null"));
        query.append(" order by id desc");
        var parameters = Parameters.with("brokers", of)
                .and("before", cursor.map(Alerts::before).orElse(Long.MAX_VALUE));
        return snapshot.read(() -> AlarmRow.<AlarmRow>find(query.toString(), parameters)
                        .range(0, limit.rows())
                        .list())
                .map(rows -> Slice.of(rows, limit, row -> Cursor.after(LIST, Long.toString(row.id)))
                        .map(row -> AlertLine.of(brokers.lane(row.broker), row)))
                .map(page -> new AlertPage(page.rows(), page.nextCursor()));
    }

    /// The newest, those that stand and those that are resolved.
    ///
    /// @param most as many as a page may hold
    public Uni<List<AlertLine>> newest(int most) {
        return page(brokers.names(), Optional.empty(), new Limit(most), Optional.empty())
                .map(AlertPage::alerts);
    }

    private static long before(String cursor) {
        try {
            return Long.parseLong(Cursor.read(LIST, 1, cursor).getFirst());
        } catch (NumberFormatException _) {
            throw Cursor.bad(cursor);
        }
    }

    Uni<AlertSummary> summary() {
        return snapshot.read(() -> AlarmRow.<AlarmRow>find("resolvedAt is null and broker in ?1", brokers.names())
                        .range(0, MOST_STANDING - 1)
                        .list())
                .map(rows -> new AlertSummary(brokers.names().stream()
                        .map(name -> account(
                                name,
                                rows.stream()
                                        .filter(row -> row.broker.equals(name))
                                        .toList()))
                        .toList()));
    }

    private AlertSummary.Account account(String broker, List<AlarmRow> standing) {
        var codes = standing.stream().collect(groupingBy(row -> row.code, TreeMap::new, counting()));
        return new AlertSummary.Account(broker, brokers.lane(broker).reality(), standing.size(), codes);
    }
}
