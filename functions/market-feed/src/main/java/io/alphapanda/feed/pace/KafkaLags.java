package io.alphapanda.feed.pace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// Asks Kafka how far consumer groups are behind. A group that does not exist has read nothing; a topic that does not
/// exist holds nothing.
public final class KafkaLags implements AutoCloseable {

    private static final long ANSWER_SECONDS = 5;

    private final Admin admin;
    private final List<Follower> followers;

    KafkaLags(String bootstrapServers, List<Follower> followers) {
        this(
                Admin.create(Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "client.id",
                        "alpha-panda.feed-lag",
                        "default.api.timeout.ms",
                        "5000",
                        "request.timeout.ms",
                        "4000")),
                followers);
    }

    /// @param admin is closed with it
    public KafkaLags(Admin admin, List<Follower> followers) {
        this.admin = admin;
        this.followers = List.copyOf(followers);
    }

    /// Records each follower has not read.
    public Map<Follower, Long> read() throws ExecutionException, TimeoutException, InterruptedException {
        var partitions = partitions();
        var begins = offsets(partitions, OffsetSpec.earliest());
        var ends = offsets(partitions, OffsetSpec.latest());
        var committed = committed();
        var lags = new HashMap<Follower, Long>();
        for (var follower : followers) {
            long unread = 0;
            for (var partition : partitions) {
                if (partition.topic().equals(follower.topic())) {
                    var read =
                            Optional.ofNullable(committed.get(follower.group()).get(partition));
                    long from = Math.max(
                            begins.get(partition),
                            read.map(OffsetAndMetadata::offset).orElse(0L));
                    unread += Math.max(0, ends.get(partition) - from);
                }
            }
            lags.put(follower, unread);
        }
        return lags;
    }

    private List<TopicPartition> partitions() throws ExecutionException, TimeoutException, InterruptedException {
        var topics = followers.stream().map(Follower::topic).distinct().toList();
        var found = new ArrayList<TopicPartition>();
        for (var each : admin.describeTopics(topics).topicNameValues().entrySet()) {
            try {
                await(each.getValue())
                        .partitions()
                        .forEach(partition -> found.add(new TopicPartition(each.getKey(), partition.partition())));
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
            }
        }
        return found;
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, TimeoutException, InterruptedException {
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        partitions.forEach(each -> asked.put(each, which));
        var answer = new HashMap<TopicPartition, Long>();
        await(admin.listOffsets(asked).all()).forEach((partition, info) -> answer.put(partition, info.offset()));
        return answer;
    }

    private Map<String, Map<TopicPartition, OffsetAndMetadata>> committed()
            throws ExecutionException, TimeoutException, InterruptedException {
        var asked = new HashMap<String, ListConsumerGroupOffsetsSpec>();
        followers.forEach(each -> asked.put(each.group(), new ListConsumerGroupOffsetsSpec()));
        var answer = admin.listConsumerGroupOffsets(asked);
        var committed = new HashMap<String, Map<TopicPartition, OffsetAndMetadata>>();
        for (var group : asked.keySet()) {
            try {
                committed.put(group, await(answer.partitionsToOffsetAndMetadata(group)));
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                    throw e;
                }
                committed.put(group, Map.of());
            }
        }
        return committed;
    }

    private static <T> T await(KafkaFuture<T> future)
            throws ExecutionException, TimeoutException, InterruptedException {
        return future.get(ANSWER_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        admin.close(java.time.Duration.ofMillis(200));
    }
}
