package io.alphapanda.api.auth;

import io.alphapanda.api.ledger.LedgerSql;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// The tables `user_sessions` and `refresh_tokens`.
///
/// ```
/// opened ─ token 1 ─▶ used for token 2 ─▶ used for token 3 …      ended: logged out, 12 hours over, user changed,
///                                                                  or a used token came again
/// ```
@Singleton
final class Sessions {

    /// A trading day; whoever watches two logs in twice.
    static final Duration LIFE = Duration.ofHours(12);

    private static final Duration KEPT = Duration.ofDays(30);

    private final LedgerSql ledger;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Sessions(LedgerSql ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /// A session and what it goes on with.
    record Opened(UUID session, RefreshToken token, Instant expiresAt) {}

    /// What came of a refresh token.
    sealed interface Turn {
        /// Its successor.
        record Went(String user, Opened opened) implements Turn {}

        /// It was used before: its session has ended.
        record Again(String user, UUID session) implements Turn {}

        /// There is none, or it is over.
        record Unknown() implements Turn {}
    }

    /// Opens one; what ended long ago is forgotten.
    Uni<Opened> open(String user, String client) {
        var session = UUID.randomUUID();
        var now = clock.instant();
        var until = now.plus(LIFE);
        return ledger.transaction(connection -> LedgerSql.on(
                        connection,
                        "delete from user_sessions where user_name = $1 and expires_at < $2",
                        user,
                        now.minus(KEPT))
                .chain(() -> LedgerSql.on(
                        connection,
                        "insert into user_sessions (id, user_name, client, opened_at, expires_at)"
                                + " values ($1, $2, $3, $4, $5)",
                        session,
                        user,
                        client,
                        now,
                        until))
                .chain(() -> issue(connection, session, until)));
    }

    private Uni<Opened> issue(SqlConnection connection, UUID session, Instant until) {
        var token = RefreshToken.random(random);
        return LedgerSql.on(
                        connection,
                        "insert into refresh_tokens (hash, session_id, issued_at) values ($1, $2, $3)",
                        Buffer.buffer(token.hash()),
                        session,
                        clock.instant())
                .replaceWith(new Opened(session, token, until));
    }

    /// Uses a refresh token. Of several requests with the same one, one wins: the row is locked.
    Uni<Turn> turn(RefreshToken token) {
        var hash = Buffer.buffer(token.hash());
        return ledger.transaction(connection -> LedgerSql.on(
                        connection,
                        "select t.used_at, s.id, s.user_name, s.expires_at, s.ended_at, u.enabled"
                                + " from refresh_tokens t join user_sessions s on s.id = t.session_id"
                                + " join users u on u.name = s.user_name where t.hash = $1 for update of t, s",
                        hash)
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(new Turn.Unknown())
                        : turn(connection, hash, rows.iterator().next())));
    }

    private Uni<Turn> turn(SqlConnection connection, Buffer hash, Row row) {
        var session = row.getUUID("id");
        var user = row.getString("user_name");
        var until = LedgerSql.time(row, "expires_at");
        if (row.getOffsetDateTime("ended_at") != null
                || !row.getBoolean("enabled")
                || !until.isAfter(clock.instant())) {
            return Uni.createFrom().item(new Turn.Unknown());
        }
        if (row.getOffsetDateTime("used_at") != null) {
            return end(connection, session, "a refresh token came twice").replaceWith(new Turn.Again(user, session));
        }
        return LedgerSql.on(connection, "update refresh_tokens set used_at = $2 where hash = $1", hash, clock.instant())
                .chain(() -> issue(connection, session, until))
                .map(opened -> new Turn.Went(user, opened));
    }

    /// Ends the session of a refresh token, used or not.
    ///
    /// @return whose it was, and which; empty if there is none
    Uni<Optional<Ended>> end(RefreshToken token) {
        return ledger.run(
                        "update user_sessions s set ended_at = coalesce(ended_at, $2),"
                                + " ended_why = coalesce(ended_why, 'logged out') from refresh_tokens t"
                                + " where t.session_id = s.id and t.hash = $1 returning s.id, s.user_name",
                        Buffer.buffer(token.hash()),
                        clock.instant())
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(ended(rows.iterator().next())));
    }

    /// @param user whose session it was
    record Ended(String user, UUID session) {}

    private static Ended ended(Row row) {
        return new Ended(row.getString("user_name"), row.getUUID("id"));
    }

    private Uni<RowSet<Row>> end(SqlConnection connection, UUID session, String why) {
        return LedgerSql.on(
                connection,
                "update user_sessions set ended_at = $2, ended_why = $3 where id = $1 and ended_at is null",
                session,
                clock.instant(),
                why);
    }
}
