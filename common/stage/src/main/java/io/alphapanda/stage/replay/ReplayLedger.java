package io.alphapanda.stage.replay;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What has been replayed, and what has been decided. A letter is told by its place **and** by when it was written
/// there: a topic that was made anew begins at the same offsets.
final class ReplayLedger implements AutoCloseable {

    /// Of the advisory lock that one replay holds.
    private static final long ONE_AT_A_TIME = 0x7265706C6179L;

    private final Connection connection;
    private final String[] stages;

    ReplayLedger(ReplayTarget target) {
        try {
            connection = DriverManager.getConnection(target.jdbc(), target.user(), target.password());
            stages = target.stages().toArray(String[]::new);
        } catch (SQLException e) {
            throw new ReplayException("the ledger does not answer: " + e.getMessage(), e);
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private <T> T run(String sql, Work<T> work) {
        try (var statement = connection.prepareStatement(sql)) {
            return work.with(statement);
        } catch (SQLException e) {
            throw new ReplayException("the ledger can't be asked about replays: " + e.getMessage(), e);
        }
    }

    /// Takes the place of the only one who replays; it is given back with the connection.
    ///
    /// @throws ReplayException if somebody else has it
    void claim() {
        boolean claimed = run("select pg_try_advisory_lock(?)", statement -> {
            statement.setLong(1, ONE_AT_A_TIME);
            var rows = statement.executeQuery();
            return rows.next() && rows.getBoolean(1);
        });
        if (!claimed) {
            throw new ReplayException("somebody else is replaying dead letters of this house; wait for them to end");
        }
    }

    /// When this letter was replayed last.
    Optional<Instant> replayed(DeadLetter letter) {
        var sql = """
                select replayed_at from replays
                where topic = ? and "partition" = ? and record_offset = ? and letter_at = ?
                """;
        return run(sql, statement -> {
            place(statement, letter);
            return instant(statement.executeQuery());
        });
    }

    /// When the same event was last replayed from an earlier letter.
    Optional<Instant> replayedBefore(DeadLetter letter) {
        var sql = "select max(replayed_at) from replays where topic = ? and event_id = ? and replayed_at <= ?";
        return run(sql, statement -> {
            statement.setString(1, letter.origin().deadLetters());
            statement.setString(2, letter.id());
            statement.setTimestamp(3, Timestamp.from(letter.at()));
            return instant(statement.executeQuery());
        });
    }

    /// Written after the event was acknowledged by Kafka, so that nothing is marked that was not sent.
    void mark(DeadLetter letter) {
        var sql = """
                insert into replays (topic, "partition", record_offset, letter_at, event_id, reason)
                values (?, ?, ?, ?, ?, ?)
                on conflict (topic, "partition", record_offset, letter_at)
                do update set replayed_at = now(), times = replays.times + 1
                """;
        run(sql, statement -> {
            place(statement, letter);
            statement.setString(5, letter.id());
            statement.setString(6, letter.cause().reason());
            return statement.executeUpdate();
        });
    }

    /// The stages that have decided the event, and for which broker.
    Map<String, String> decided(String eventId) {
        return run("select stage, broker from inbox where event_id = ? and stage = any (?)", statement -> {
            statement.setString(1, eventId);
            statement.setArray(2, connection.createArrayOf("text", stages));
            var decided = new TreeMap<String, String>();
            var rows = statement.executeQuery();
            while (rows.next()) {
                decided.put(rows.getString(1), rows.getString(2));
            }
            return decided;
        });
    }

    private static void place(PreparedStatement statement, DeadLetter letter) throws SQLException {
        statement.setString(1, letter.origin().deadLetters());
        statement.setInt(2, letter.partition());
        statement.setLong(3, letter.offset());
        statement.setTimestamp(4, Timestamp.from(letter.at()));
    }

    private static Optional<Instant> instant(ResultSet rows) throws SQLException {
        return rows.next() ? Optional.ofNullable(rows.getTimestamp(1)).map(Timestamp::toInstant) : Optional.empty();
    }

    @Override
    public void close() {
        try (connection;
                var statement = connection.createStatement()) {
            // The server notices an ended connection a moment later; the next command should not have to wait for that.
            statement.execute("select pg_advisory_unlock_all()");
        } catch (SQLException e) {
            throw new ReplayException("the ledger's connection could not be closed: " + e.getMessage(), e);
        }
    }
}
