package io.alphapanda.local.preflight;

import io.alphapanda.stage.preflight.DefinedStrategy;
import io.alphapanda.stage.preflight.Facts;
import io.alphapanda.stage.preflight.Seen;
import io.alphapanda.stage.session.SessionStatus;
import io.alphapanda.stage.strategy.StrategyText;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the ledger says of itself, in one connection.
///
/// @param schema     its version
/// @param strategies their definitions
/// @param sessions   logins, by account
record LedgerFacts(
        Seen<Facts.Schema> schema, Seen<List<DefinedStrategy>> strategies, Seen<Map<String, SessionStatus>> sessions) {

    private static final int PATIENCE_SECONDS = 5;

    /// PostgreSQL's code for a table that is not there.
    private static final String NO_SUCH_TABLE = "42P01";

    private static final StrategyText TEXT = StrategyText.json();

    /// Nobody looked.
    static LedgerFacts unseen(String why) {
        return new LedgerFacts(new Seen.Unseen<>(why), new Seen.Unseen<>(why), new Seen.Unseen<>(why));
    }

    static LedgerFacts read(Addresses stores, Instant now) {
        DriverManager.setLoginTimeout(PATIENCE_SECONDS);
        try (var connection = DriverManager.getConnection(stores.jdbc(), stores.user(), stores.password())) {
            var schema = schema(connection);
            if (schema.version() == 0) {
                var why = "the ledger is empty";
                return new LedgerFacts(new Seen.Known<>(schema), new Seen.Unseen<>(why), new Seen.Unseen<>(why));
            }
            return new LedgerFacts(
                    new Seen.Known<>(schema),
                    new Seen.Known<>(strategies(connection)),
                    new Seen.Known<>(sessions(connection, now)));
        } catch (SQLException e) {
            var why = "%s: %s".formatted(stores.jdbc(), e.getMessage());
            return new LedgerFacts(new Seen.Missing<>(why), new Seen.Missing<>(why), new Seen.Missing<>(why));
        }
    }

    private static Facts.Schema schema(Connection connection) throws SQLException {
        try {
            var row = rows(
                            connection,
                            "select coalesce(max(version::int) filter (where success), 0), coalesce(bool_or(not success), false)"
                                    + " from flyway_schema_history where version is not null",
                            each -> new Facts.Schema(each.getInt(1), each.getBoolean(2)))
                    .getFirst();
            return row;
        } catch (SQLException e) {
            if (NO_SUCH_TABLE.equals(e.getSQLState())) {
                return new Facts.Schema(0, false);
            }
            throw e;
        }
    }

    private static List<DefinedStrategy> strategies(Connection connection) throws SQLException {
        return rows(
                connection,
                "select id, definition from strategies order by id",
                each -> DefinedStrategy.read(TEXT, each.getString(1), each.getString(2)));
    }

    private static Map<String, SessionStatus> sessions(Connection connection, Instant now) throws SQLException {
        var sessions = new HashMap<String, SessionStatus>();
        rows(
                        connection,
                        "select broker, version, user_id, opened_at, expires_at, ended_at, ended_why from broker_sessions",
                        each -> Map.entry(
                                each.getString(1),
                                SessionStatus.of(
                                        each.getLong(2),
                                        each.getString(3),
                                        each.getTimestamp(4).toInstant(),
                                        each.getTimestamp(5).toInstant(),
                                        Optional.ofNullable(each.getTimestamp(6))
                                                .map(Timestamp::toInstant)
                                                .orElse(null),
                                        each.getString(7),
                                        now)))
                .forEach(each -> sessions.put(each.getKey(), each.getValue()));
        return sessions;
    }

    /// Makes a row what it means.
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static <T> List<T> rows(Connection connection, String sql, Reading<T> reading) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setQueryTimeout(PATIENCE_SECONDS);
            var rows = new ArrayList<T>();
            var result = statement.executeQuery(sql);
            while (result.next()) {
                rows.add(reading.of(result));
            }
            return rows;
        }
    }
}
