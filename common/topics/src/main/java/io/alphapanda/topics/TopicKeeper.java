package io.alphapanda.topics;

import io.alphapanda.topics.TopicReport.Differing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/// Brings topics to the shape they should have. Any number of keepers may do so at once: who comes second finds the
/// topic there.
public final class TopicKeeper implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration AGAIN = Duration.ofMillis(100);

    private final String bootstrapServers;
    private final Optional<Short> replication;
    private final Admin admin;

    /// @param replication copies of a topic that is created; empty leaves it to the broker
    /// @throws TopicsException if none of the addresses can be used
    public TopicKeeper(String bootstrapServers, Optional<Short> replication) {
        this.bootstrapServers = bootstrapServers;
        this.replication = replication;
        try {
            this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        } catch (KafkaException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw new TopicsException(
                    "kafka.bootstrap.servers " + bootstrapServers + " can't be used: " + cause.getMessage(), e);
        }
    }

    /// Creates what is missing and looks at what is there. Existing topics are not changed.
    ///
    /// @throws TopicsException if Kafka does not answer within half a minute, or refuses
    public TopicReport ensure(Collection<TopicSpec> wanted) {
        var names = await("the list of topics", admin.listTopics().names());
        var created = new ArrayList<String>();
        var existing = new ArrayList<TopicSpec>();
        var creations = admin.createTopics(wanted.stream()
                        .filter(each -> !names.contains(each.name()))
                        .map(this::creation)
                        .toList())
                .values();
        for (var topic : wanted) {
            if (creations.containsKey(topic.name()) && isCreated(topic, creations.get(topic.name()))) {
                created.add(topic.name());
            } else {
                existing.add(topic);
            }
        }
        var differing = differing(existing);
        return new TopicReport(created, existing.size() - differing.size(), differing);
    }

    /// Applies the configuration of topics that exist; repeating it changes nothing.
    ///
    /// @throws TopicsException if Kafka does not answer within half a minute, or refuses
    public void configure(Collection<TopicSpec> topics) {
        var changes = new HashMap<ConfigResource, Collection<AlterConfigOp>>();
        topics.stream()
                .filter(topic -> !topic.config().isEmpty())
                .forEach(topic -> changes.put(
                        new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), operations(topic.config())));
        await(
                "the topics' configuration",
                admin.incrementalAlterConfigs(changes).all());
    }

    private NewTopic creation(TopicSpec topic) {
        return new NewTopic(topic.name(), Optional.of(topic.partitions()), replication).configs(topic.config());
    }

    /// False if somebody else was faster.
    private boolean isCreated(TopicSpec topic, KafkaFuture<Void> creation) {
        try {
            await("topic " + topic.name(), creation);
            return true;
        } catch (TopicsException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw e;
        }
    }

    private List<Differing> differing(List<TopicSpec> existing) {
        var partitions = partitions(existing.stream().map(TopicSpec::name).toList());
        return existing.stream()
                .map(each -> new Differing(each.name(), partitions.getOrDefault(each.name(), 0), each.partitions()))
                .filter(each -> each.present() != each.planned())
                .toList();
    }

    /// A topic that another keeper has just created may not be known to every broker yet: it is asked for again.
    private Map<String, Integer> partitions(List<String> topics) {
        var deadline = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                var descriptions = await(
                        "the topics' partitions", admin.describeTopics(topics).allTopicNames());
                return descriptions.values().stream()
                        .collect(Collectors.toMap(TopicDescription::name, each -> each.partitions()
                                .size()));
            } catch (TopicsException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)
                        || Instant.now().isAfter(deadline)) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static Collection<AlterConfigOp> operations(Map<String, String> config) {
        return config.entrySet().stream()
                .map(each ->
                        new AlterConfigOp(new ConfigEntry(each.getKey(), each.getValue()), AlterConfigOp.OpType.SET))
                .toList();
    }

    private <T> T await(String what, KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new TopicsException(what + ": " + reason(e.getCause()), e.getCause());
        } catch (TimeoutException e) {
            throw new TopicsException(what + ": " + noAnswer(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TopicsException(what + ": interrupted", e);
        }
    }

    private String reason(@Nullable Throwable cause) {
        return switch (cause) {
            case org.apache.kafka.common.errors.TimeoutException _ -> noAnswer();
            case InvalidReplicationFactorException e -> e.getMessage() + " Ask for fewer copies, or start more brokers";
            case null -> "no reason given";
            default -> String.valueOf(cause.getMessage());
        };
    }

    private String noAnswer() {
        return "Kafka at %s did not answer within %d s; is kafka.bootstrap.servers right, and is it up?"
                .formatted(bootstrapServers, PATIENCE.toSeconds());
    }

    private static void pause() {
        try {
            Thread.sleep(AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TopicsException("interrupted while topics were looked at", e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }
}
