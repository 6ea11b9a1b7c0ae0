package io.alphapanda.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.alphapanda.local.infrastructure.TestInfrastructure;
import io.alphapanda.local.preflight.Addresses;
import io.alphapanda.local.preflight.HouseLook;
import io.alphapanda.stage.preflight.Finding;
import io.alphapanda.stage.preflight.Level;
import io.alphapanda.stage.preflight.Preflight;
import io.alphapanda.stage.preflight.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightCommandTest {

    private static final String DATABASE = "preflight";
    private static final Instant NOW = Instant.parse("2026-01-05T04:30:00Z");

    @TempDir
    private Path home;

    private final StringWriter said = new StringWriter();

    @BeforeEach
    void begin() {
        System.setProperty("panda.home", home.toString());
    }

    @AfterEach
    void end() {
        System.clearProperty("panda.home");
    }

    private int panda(String... arguments) {
        return Main.commandLine().setOut(new PrintWriter(said, true)).execute(arguments);
    }

    @Test
    void beforeAnythingRunsTheFilesAreLookedAt() {
        assertThat(panda("preflight", "--brokers", "paper,zerodha")).isZero();

        assertThat(said.toString())
                .contains("ok    configuration paper                paper: executions are computed here")
                .contains("ok    configuration zerodha              zerodha at a simulator: no real money")
                .contains("warn  database      ledger               not looked at: no house is running")
                .contains("ok    strategies    momentum")
                .contains("ok    live          real money           none: paper is paper, zerodha is simulated")
                .contains("Clear to start, with ");
    }

    @Test
    void anAccountNobodyConfiguredStopsIt() throws IOException {
        assertThat(panda("preflight", "--brokers", "nosuch", "--json")).isEqualTo(1);

        var answer = new ObjectMapper().readTree(said.toString());
        assertThat(answer.path("level").asText()).isEqualTo("FAIL");
        assertThat(answer.path("findings").get(0).path("words").asText())
                .contains("panda.brokers.nosuch.kind is not set");
    }

    @Test
    void theStoresOfAHouseAreAsked() throws SQLException, IOException {
        var infrastructure = TestInfrastructure.shared();
        infrastructure.migrate(DATABASE);
        var postgres = infrastructure.postgres();
        var stores = new Addresses(
                infrastructure.kafkaBootstrapServers(),
                infrastructure.redisUri(),
                postgres.jdbcUrl(DATABASE),
                postgres.user(),
                postgres.password());
        try (var connection = DriverManager.getConnection(stores.jdbc(), stores.user(), stores.password());
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into strategies (id, version, definition, source) values
                        ('demo', 1, '{"id": "demo", "type": "nosuch"}', 'test')""");
            statement.execute("""
                    insert into broker_sessions (broker, version, user_id, token, opened_at, expires_at) values
                        ('zerodha', 1, 'AB1234', '', '2026-01-05T01:00:00Z', '2026-01-06T00:30:00Z')""");
        }
        var file = home.resolve("application.properties");
        Files.writeString(file, "panda.brokers.zerodha.live=true\n");

        var report = look(file, Optional.of(stores));

        assertThat(levels(report, "database")).containsExactly("OK ledger");
        assertThat(levels(report, "redis")).containsExactly("OK version", "OK eviction");
        assertThat(levels(report, "strategies")).containsExactly("FAIL demo");
        assertThat(levels(report, "session")).containsExactly("OK zerodha");
        assertThat(levels(report, "live")).containsExactly("WARN zerodha");
        assertThat(levels(report, "topics")).isNotEmpty();
    }

    @Test
    void storesThatAreAwayFailEachByItself() {
        var nowhere = "127.0.0.1:1";
        var report = look(
                home.resolve("none"),
                Optional.of(new Addresses(
                        nowhere, "redis://secret@" + nowhere, "jdbc:postgresql://" + nowhere + "/panda", "u", "p")));

        assertThat(report.level()).isEqualTo(Level.FAIL);
        for (var check : List.of("database", "redis", "topics", "strategies", "session")) {
            assertThat(levels(report, check)).allMatch(each -> each.startsWith("FAIL") || each.startsWith("WARN"));
        }
        assertThat(report.asText())
                .contains("Kafka at 127.0.0.1:1 does not answer")
                .doesNotContain("secret");
    }

    private Report look(Path file, Optional<Addresses> stores) {
        return Preflight.of(new HouseLook(Optional.of(file), home, List.of("paper", "zerodha"), stores).facts(NOW));
    }

    private static List<String> levels(Report report, String check) {
        return report.findings().stream()
                .filter(each -> each.check().equals(check))
                .map(PreflightCommandTest::level)
                .toList();
    }

    private static String level(Finding finding) {
        return finding.level() + " " + finding.subject();
    }
}
