package io.alphapanda.stage.trial;

import io.alphapanda.local.infrastructure.TestInfrastructure;
import io.alphapanda.stage.testing.House;
import io.alphapanda.topics.TopicSpec;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The house of the trial stage: its database hangs on a cable, it is impatient, it can keep secrets, it tells what
/// it works at, and its input topics take what is too large.
public final class TrialHouse implements QuarkusTestResourceLifecycleManager {

    /// Where the trial's effects are written, one row each time; nothing there keeps them unique.
    private static final String EFFECTS = """
            create table if not exists effects (event_id text not null, broker text not null)
            """;

    private static final Map<String, String> LARGE = Map.of("max.message.bytes", "16777216");

    private static Cable database;

    public static Cable database() {
        return database;
    }

    /// Brings a topic into being that was not there.
    public static void createTopic(String name) {
        TestInfrastructure.shared().createTopics(List.of(new TopicSpec(name, 1, LARGE)));
    }

    @Override
    public Map<String, String> start() {
        var configuration = new HashMap<>(new House().start());
        TestInfrastructure.shared()
                .createTopics(List.of(
                        new TopicSpec("paper.signals.raw", House.PARTITIONS, LARGE),
                        new TopicSpec("paper-b.signals.raw", House.PARTITIONS, LARGE),
                        new TopicSpec("zerodha.signals.raw.dlq", 1, LARGE)));
        createEffects(configuration);
        var url = configuration.get("panda.database.url");
        var port = url.replaceAll(".*:(\\d+)/.*", "$1");
        database = new Cable(Integer.parseInt(port));
        configuration.put("panda.database.url", url.replace(":" + port + "/", ":" + database.port() + "/"));
        configuration.put("panda.delivery.answer-within-seconds", "3");
        configuration.put("panda.delivery.sweep-after-seconds", "1");
        configuration.put("panda.secrets.key", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        configuration.put("panda.traces.endpoint", "http://127.0.0.1:4318");
        return configuration;
    }

    private static void createEffects(Map<String, String> configuration) {
        try (var connection = DriverManager.getConnection(
                        configuration.get("test.jdbc.url"),
                        configuration.get("panda.database.user"),
                        configuration.get("panda.database.password"));
                var statement = connection.createStatement()) {
            statement.execute(EFFECTS);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        database.cut();
    }
}
