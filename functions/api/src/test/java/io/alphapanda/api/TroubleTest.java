package io.alphapanda.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.stage.testing.Ledger;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/// Real faults: a database that lets nobody in, a table that is not there.
@QuarkusTest
class TroubleTest extends ApiTest {

    @Test
    void aDatabaseThatIsAwayIsTryAgainLater() throws SQLException {
        administrate("alter database panda with allow_connections false");
        try {
            administrate("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'panda'");

            assertAnswer("/api/v1/orders", 503, """
                    {"type": "urn:alpha-panda:problem:unavailable",
                     "title": "The database or Redis can't be reached", "status": 503,
                     "detail": "the books can't be read at the moment; ask again shortly",
                     "instance": "/api/v1/orders"}""");
            var health = get("/health", Map.of());
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(health.jsonPath().getString("database")).isEqualTo("DOWN");
            assertThat(health.jsonPath().getString("redis")).isEqualTo("UP");
        } finally {
            administrate("alter database panda with allow_connections true");
        }
        assertThat(get("/api/v1/orders", Map.of()).statusCode()).isEqualTo(200);
    }

    @Test
    void aDefectShowsNoInternals() {
        Ledger.rows("alter table orders rename to orders_away");
        try {
            assertAnswer("/api/v1/orders", 500, """
                    {"type": "urn:alpha-panda:problem:internal", "title": "Something went wrong here", "status": 500,
                     "detail": "the cause is in the log of this service", "instance": "/api/v1/orders"}""");
        } finally {
            Ledger.rows("alter table orders_away rename to orders");
        }
    }

    private static void administrate(String sql) throws SQLException {
        var config = ConfigProvider.getConfig();
        var url = config.getValue("test.jdbc.url", String.class).replaceFirst("/panda$", "/postgres");
        var user = config.getValue("panda.database.user", String.class);
        try (var connection = DriverManager.getConnection(url, user, "postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
