package io.alphapanda.api.audit;

import io.alphapanda.api.ledger.LedgerSql;
import io.alphapanda.api.page.Cursor;
import io.alphapanda.api.page.Limit;
import io.alphapanda.api.page.Slice;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// Reads the audit.
@Singleton
final class AuditTrail {

    private static final String LIST = "audit";

    private final LedgerSql ledger;

    AuditTrail(LedgerSql ledger) {
        this.ledger = ledger;
    }

    /// @param user only what that one did
    Uni<AuditPage> page(Optional<String> user, Limit limit, Optional<String> cursor) {
        return ledger.run(
                        "select * from audit where id < $1 and ($2::text is null or user_name = $2) order by id desc limit $3",
                        cursor.map(AuditTrail::before).orElse(Long.MAX_VALUE),
                        user.orElse(null),
                        limit.rows() + 1)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(AuditTrail::line)
                        .toList())
                .map(lines -> Slice.of(lines, limit, line -> Cursor.after(LIST, Long.toString(line.id()))))
                .map(page -> new AuditPage(page.rows(), page.nextCursor()));
    }

    private static long before(String cursor) {
        try {
            return Long.parseLong(Cursor.read(LIST, 1, cursor).getFirst());
        } catch (NumberFormatException _) {
            throw Cursor.bad(cursor);
        }
    }

    private static AuditLine line(Row row) {
        return new AuditLine(
                row.getLong("id"),
                LedgerSql.time(row, "at"),
                row.getString("user_name"),
                row.getString("client"),
                Action.valueOf(row.getString("action")),
                row.getString("subject"),
                row.get(JsonObject.class, "detail").getMap(),
                Optional.ofNullable(row.getString("outcome")),
                row.getString("words"),
                Optional.ofNullable(row.getOffsetDateTime("outcome_at")).map(OffsetDateTime::toInstant));
    }
}
