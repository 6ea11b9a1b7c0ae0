package io.alphapanda.local.kafkasource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/// What the controller does before a source starts: the topics must exist, and for `latest` the present end is
/// committed for every partition the group has no offset of. Partitions that appear later are read from their
/// beginning.
final class StartingOffsets {
    private static final long PATIENCE_SECONDS = 30;

    private StartingOffsets() {}

    static void prepare(KafkaSourceSpec spec, String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            List<TopicPartition> partitions = partitions(admin, spec);
            switch (spec.initialOffset()) {
                case EARLIEST -> {}
                case LATEST -> commitEnds(admin, spec, partitions);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "KafkaSource %s cannot start on topics %s: %s"
                            .formatted(spec.name(), spec.topics(), e.getCause().getMessage()),
                    e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "KafkaSource %s cannot start: Kafka at %s does not answer".formatted(spec.name(), bootstrapServers),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while KafkaSource %s started".formatted(spec.name()), e);
        }
    }

    private static List<TopicPartition> partitions(Admin admin, KafkaSourceSpec spec)
            throws ExecutionException, InterruptedException, TimeoutException {
        return await(admin.describeTopics(spec.topics()).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }

    private static void commitEnds(Admin admin, KafkaSourceSpec spec, List<TopicPartition> partitions)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetAndMetadata> known =
                await(admin.listConsumerGroupOffsets(spec.consumerGroup()).partitionsToOffsetAndMetadata());
        Map<TopicPartition, OffsetSpec> unknown = partitions.stream()
                .filter(partition -> known.get(partition) == null)
                .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
        if (unknown.isEmpty()) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
        await(admin.listOffsets(unknown).all())
                .forEach((partition, end) -> ends.put(partition, new OffsetAndMetadata(end.offset())));
        await(admin.alterConsumerGroupOffsets(spec.consumerGroup(), ends).all());
    }

    private static <T> T await(KafkaFuture<T> future)
            throws ExecutionException, InterruptedException, TimeoutException {
        return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
