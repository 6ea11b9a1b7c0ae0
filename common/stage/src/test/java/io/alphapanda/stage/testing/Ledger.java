package io.alphapanda.stage.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.eclipse.microprofile.config.ConfigProvider;

/// Looks into the ledger past the stage under test.
///
/// Connections are kept: to open one costs the server a process and both sides a login, more than most stages under
/// test do meanwhile, and whoever awaits something looks fifty times a second.
public final class Ledger {

    private static final BlockingQueue<Connection> IDLE = new ArrayBlockingQueue<>(2);

    /// Within which a kept connection must say that its server has not ended it, as tests of trouble make it do.
    private static final int ANSWER_SECONDS = 5;

    private Ledger() {}

    /// The rows of a query, each column as text.
    public static List<List<String>> rows(String sql, Object... parameters) {
        try {
            var idle = IDLE.poll();
            var connection = idle != null && idle.isValid(ANSWER_SECONDS) ? idle : open();
            var rows = rows(connection, sql, parameters);
            if (!IDLE.offer(connection)) {
                connection.close();
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static Connection open() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("test.jdbc.url", String.class),
                config.getValue("panda.database.user", String.class),
                "postgres");
    }

    private static List<List<String>> rows(Connection connection, String sql, Object... parameters)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.execute() ? rows(statement) : List.of();
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static List<List<String>> rows(PreparedStatement statement) throws SQLException {
        var rows = new ArrayList<List<String>>();
        var result = statement.getResultSet();
        while (result.next()) {
            var row = new ArrayList<String>();
            for (int c = 1; c <= result.getMetaData().getColumnCount(); c++) {
                row.add(result.getString(c));
            }
            rows.add(row);
        }
        return rows;
    }

    /// The single number a query gives.
    public static long count(String sql, Object... parameters) {
        return Long.parseLong(rows(sql, parameters).getFirst().getFirst());
    }
}
