package io.alphapanda.api.auth;

import io.alphapanda.api.caller.Role;
import io.alphapanda.api.ledger.LedgerSql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// The table `users`.
@Singleton
final class Users {

    /// More than any house has; it bounds the list.
    private static final int MOST = 1_000;

    private static final String ROW = "select name, role, enabled, version, password_hash from users";

    private final LedgerSql ledger;
    private final Clock clock;

    Users(LedgerSql ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    Uni<Optional<User>> find(String name) {
        return ledger.run(ROW + " where name = $1", name).map(Users::first);
    }

    Uni<List<UserLine>> all() {
        return ledger.run("select name, role, enabled, created_at, changed_at from users order by name limit $1", MOST)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new UserLine(
                                row.getString("name"),
                                Role.valueOf(row.getString("role")),
                                row.getBoolean("enabled"),
                                LedgerSql.time(row, "created_at"),
                                LedgerSql.time(row, "changed_at")))
                        .toList());
    }

    /// @return false if there is one of that name already
    Uni<Boolean> create(String name, Role role, String hash) {
        return ledger.run(
                        "insert into users (name, role, password_hash, created_at, changed_at)"
                                + " values ($1, $2, $3, $4, $4) on conflict do nothing",
                        name,
                        role.name(),
                        hash,
                        clock.instant())
                .map(rows -> rows.rowCount() == 1);
    }

    /// The first of all; nothing happens if there is anybody.
    Uni<Boolean> createFirst(String name, String hash) {
        return ledger.run(
                        "insert into users (name, role, password_hash, created_at, changed_at)"
                                + " select $1, 'ADMIN', $2, $3, $3 where not exists (select from users)"
                                + " on conflict do nothing",
                        name,
                        hash,
                        clock.instant())
                .map(rows -> rows.rowCount() == 1);
    }

    /// What is given changes. Tokens made before are worth nothing afterwards; of somebody who may not log in any more,
    /// or has another password, every session ends.
    ///
    /// @return empty if there is nobody of that name
    Uni<Optional<User>> change(String name, Optional<Role> role, Optional<Boolean> enabled, Optional<String> hash) {
        var ends = hash.isPresent() || enabled.filter(on -> !on).isPresent();
        return ledger.transaction(connection -> LedgerSql.on(
                        connection,
                        "update users set role = coalesce($2, role), enabled = coalesce($3, enabled),"
                                + " password_hash = coalesce($4, password_hash), version = version + 1, changed_at = $5"
                                + " where name = $1 returning name, role, enabled, version, password_hash",
                        name,
                        role.map(Role::name).orElse(null),
                        enabled.orElse(null),
                        hash.orElse(null),
                        clock.instant())
                .map(Users::first)
                .call(user -> ends && user.isPresent()
                        ? LedgerSql.on(
                                connection,
                                "update user_sessions set ended_at = $2, ended_why = 'the user was changed'"
                                        + " where user_name = $1 and ended_at is null",
                                name,
                                clock.instant())
                        : Uni.createFrom().voidItem()));
    }

    private static Optional<User> first(RowSet<Row> rows) {
        var all = rows.iterator();
        return all.hasNext() ? Optional.of(user(all.next())) : Optional.empty();
    }

    private static User user(Row row) {
        return new User(
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getBoolean("enabled"),
                row.getLong("version"),
                row.getString("password_hash"));
    }
}
