package io.alphapanda.local.infrastructure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;

/// Brings topics to the shape they should have: missing ones are created, configuration is applied. Another
/// number of partitions than configured is an error: keys would move, and with them the order of their events.
final class Topics {
    private static final long PATIENCE_SECONDS = 30;

    private final String bootstrapServers;

    Topics(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    void ensure(Collection<TopicSpec> wanted) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Set<String> present = await(admin.listTopics().names());
            create(
                    admin,
                    wanted.stream()
                            .filter(topic -> !present.contains(topic.name()))
                            .toList());
            adapt(
                    admin,
                    wanted.stream()
                            .filter(topic -> present.contains(topic.name()))
                            .toList());
        }
    }

    private void create(Admin admin, List<TopicSpec> missing) {
        if (missing.isEmpty()) {
            return;
        }
        List<NewTopic> topics = missing.stream()
                .map(topic -> new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.of((short) 1))
                        .configs(topic.config()))
                .toList();
        await(admin.createTopics(topics).all());
    }

    private void adapt(Admin admin, List<TopicSpec> existing) {
        if (existing.isEmpty()) {
            return;
        }
        Map<String, TopicDescription> descriptions = await(
                admin.describeTopics(existing.stream().map(TopicSpec::name).toList())
                        .allTopicNames());
        for (TopicSpec topic : existing) {
            int partitions = descriptions.get(topic.name()).partitions().size();
            if (partitions != topic.partitions()) {
                throw new InfrastructureException(
                        "topic %s has %d partitions but %d are configured: keys would move; start with a new data directory or restore the number"
                                .formatted(topic.name(), partitions, topic.partitions()));
            }
        }
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        existing.stream()
                .filter(topic -> !topic.config().isEmpty())
                .forEach(topic -> changes.put(
                        new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), operations(topic.config())));
        await(admin.incrementalAlterConfigs(changes).all());
    }

    private static Collection<AlterConfigOp> operations(Map<String, String> config) {
        return config.entrySet().stream()
                .map(entry ->
                        new AlterConfigOp(new ConfigEntry(entry.getKey(), entry.getValue()), AlterConfigOp.OpType.SET))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new InfrastructureException(
                    "topics could not be brought into shape: " + e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            throw new InfrastructureException("Kafka did not answer in %d s".formatted(PATIENCE_SECONDS), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfrastructureException("interrupted while topics were created", e);
        }
    }
}
