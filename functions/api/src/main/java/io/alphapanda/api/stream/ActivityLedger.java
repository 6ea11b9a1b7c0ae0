package io.alphapanda.api.stream;

import io.alphapanda.api.lane.ActiveBrokers;
import io.alphapanda.stage.trouble.TransientException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the lanes decided on, in the order in which it was written down: the rows of their outboxes, which stay as the
/// record of what was sent.
@Singleton
final class ActivityLedger {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// One statement, so one snapshot: what it sees of the rows and of the transactions at work fits together.
    private static final String BEHIND = """
            with this as materialized (
                select cast(cast(pg_snapshot_xmin(s) as text) as bigint) oldest,
                       cast(cast(pg_snapshot_xmax(s) as text) as bigint) next,
                       (select coalesce(max(id), 0) from outbox) newest
                from pg_current_snapshot() s)
            select this.oldest, this.next, this.newest, o.*
            from this left join lateral (
                select id, stage, broker, event_id, type, correlation_id, event_time, created_at, data from outbox
                where id > $1 and not (id = any($2)) and broker = any($3) order by id limit $4) o on true
            order by o.id""";

    private static final String NEWEST = "select id from outbox order by id desc limit $1";
    private static final String ORDERS = "select id, kind, reality from orders where id = any($1)";

    private final Pool database;
    private final List<String> brokers;

    ActivityLedger(Pool database, ActiveBrokers brokers) {
        this.database = database;
        this.brokers = brokers.names();
    }

    /// One row.
    record Entry(
            long id,
            String stage,
            String broker,
            String eventId,
            String type,
            String correlationId,
            Instant time,
            Instant recordedAt,
            byte[] data) {}

    /// What one look found.
    ///
    /// @param oldest  the oldest transaction at work; all before it have ended
    /// @param next    the transaction that begins next; all at work come before it
    /// @param newest  the highest id seen; whoever has taken a lower one is at work or has ended
    /// @param entries the rows asked for, in the order of their ids
    record Look(long oldest, long next, long newest, List<Entry> entries) {}

    /// What an order was written down as.
    record Execution(String kind, String reality) {}

    /// The rows behind an id, but for these.
    ///
    /// @param most rows at most
    Uni<Look> behind(long id, Collection<Long> butFor, int most) {
        var parameters = Tuple.of(id, butFor.toArray(Long[]::new), brokers.toArray(String[]::new), most);
        return patient(database.preparedQuery(BEHIND).execute(parameters)).map(rows -> look(rows, most));
    }

    /// The newest ids, of any lane.
    Uni<List<Long>> newest(int most) {
        return patient(database.preparedQuery(NEWEST).execute(Tuple.of(most))).map(rows -> {
            var ids = new ArrayList<Long>();
            rows.forEach(row -> ids.add(row.getLong(0)));
            return ids;
        });
    }

    /// What these orders were written down as; one that is not there is missing from the map.
    Uni<Map<String, Execution>> orders(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return patient(database.preparedQuery(ORDERS).execute(Tuple.of(ids.toArray(String[]::new))))
                .map(rows -> {
                    var found = new HashMap<String, Execution>();
                    rows.forEach(row -> found.put(row.getString(0), new Execution(row.getString(1), row.getString(2))));
                    return found;
                });
    }

    private static Uni<RowSet<Row>> patient(Uni<RowSet<Row>> rows) {
        return rows.ifNoItem()
                .after(PATIENCE)
                .failWith(() -> new TransientException("no answer from the database within " + PATIENCE));
    }

    private static Look look(RowSet<Row> rows, int most) {
        var entries = new ArrayList<Entry>();
        var first = rows.iterator().next();
        for (var row : rows) {
            if (row.getLong("id") != null) {
                entries.add(entry(row));
            }
        }
        long newest = entries.size() < most
                ? first.getLong("newest")
                : entries.getLast().id();
        return new Look(first.getLong("oldest"), first.getLong("next"), newest, entries);
    }

    private static Entry entry(Row row) {
        return new Entry(
                row.getLong("id"),
                row.getString("stage"),
                row.getString("broker"),
                row.getString("event_id"),
                row.getString("type"),
                row.getString("correlation_id"),
                instant(row.getOffsetDateTime("event_time")),
                instant(row.getOffsetDateTime("created_at")),
                row.getBuffer("data").getBytes());
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }
}
