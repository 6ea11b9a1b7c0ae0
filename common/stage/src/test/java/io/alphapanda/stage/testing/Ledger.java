package io.alphapanda.stage.testing;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/// Looks into the ledger past the stage under test.
public final class Ledger {

    private Ledger() {}

    /// The rows of a query, each column as text.
    public static List<List<String>> rows(String sql, Object... parameters) {
        var url = ConfigProvider.getConfig().getValue("test.jdbc.url", String.class);
        var user = ConfigProvider.getConfig().getValue("panda.database.user", String.class);
        try (var connection = DriverManager.getConnection(url, user, "postgres");
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            if (!statement.execute()) {
                return List.of();
            }
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
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /// The single number a query gives.
    public static long count(String sql, Object... parameters) {
        return Long.parseLong(rows(sql, parameters).getFirst().getFirst());
    }
}
