package io.alphapanda.api.ledger;

import io.alphapanda.stage.trouble.TransientException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.function.Function;

/// Plain statements, for the tables only this room writes: users, their sessions, the audit. Beside Hibernate,
/// which reads the stages' rows.
@Singleton
public final class LedgerSql {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Pool database;

    LedgerSql(Pool database) {
        this.database = database;
    }

    /// One statement by itself.
    ///
    /// @param values of its `$1`, `$2` …; an [Instant] may be among them
    public Uni<RowSet<Row>> run(String sql, Object... values) {
        return patient(on(database, sql, values));
    }

    /// One statement of a transaction.
    public static Uni<RowSet<Row>> on(SqlClient client, String sql, Object... values) {
        var tuple = new ArrayList<>(values.length);
        for (var value : values) {
            tuple.add(value instanceof Instant time ? OffsetDateTime.ofInstant(time, ZoneOffset.UTC) : value);
        }
        return client.preparedQuery(sql).execute(Tuple.tuple(tuple));
    }

    /// All of it, or nothing.
    public <T> Uni<T> transaction(Function<SqlConnection, Uni<T>> work) {
        return patient(database.withTransaction(work));
    }

    private static <T> Uni<T> patient(Uni<T> work) {
        return work.ifNoItem()
                .after(PATIENCE)
                .failWith(() -> new TransientException("no answer from the database within " + PATIENCE));
    }

    /// A column that holds a time.
    public static Instant time(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
