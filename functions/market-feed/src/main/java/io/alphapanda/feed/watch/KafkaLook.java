package io.alphapanda.feed.watch;

import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.feed.pace.Follower;
import io.alphapanda.feed.pace.KafkaLags;
import io.alphapanda.stage.watch.KafkaView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/// One look at topics, consumer groups and dead letters.
final class KafkaLook implements AutoCloseable {

    private static final long ANSWER_SECONDS = 5;

    private final Admin admin;
    private final KafkaLags lags;

    KafkaLook(String bootstrapServers, List<Broker> brokers) {
        this.admin = Admin.create(Map.of(
                "bootstrap.servers", bootstrapServers,
                "client.id", "alpha-panda.house-watch",
                "default.api.timeout.ms", "5000",
                "request.timeout.ms", "4000"));
        this.lags = new KafkaLags(
                admin,
                Stream.of(AssetClass.values())
                        .flatMap(each -> Follower.of(each, brokers).stream())
                        .distinct()
                        .toList());
    }

    KafkaView read(Instant now, String by) throws ExecutionException, TimeoutException, InterruptedException {
        var topics = new TreeSet<>(admin.listTopics().names().get(ANSWER_SECONDS, TimeUnit.SECONDS));
        topics.removeIf(each -> each.startsWith("__"));
        return new KafkaView(now, by, List.copyOf(topics), lags(), letters(topics));
    }

    private List<KafkaView.Lag> lags() throws ExecutionException, TimeoutException, InterruptedException {
        return lags.read().entrySet().stream()
                .map(each ->
                        new KafkaView.Lag(each.getKey().group(), each.getKey().topic(), each.getValue()))
                .sorted(Comparator.comparing(KafkaView.Lag::group))
                .toList();
    }

    private List<KafkaView.Letters> letters(TreeSet<String> topics)
            throws ExecutionException, TimeoutException, InterruptedException {
        var partitions = topics.stream()
                .filter(Topics::isDeadLetter)
                .map(each -> new TopicPartition(each, 0))
                .toList();
        var begins = offsets(partitions, OffsetSpec.earliest());
        var ends = offsets(partitions, OffsetSpec.latest());
        var filled = partitions.stream()
                .filter(each -> ends.get(each).offset() > begins.get(each).offset())
                .toList();
        var newest = offsets(filled, OffsetSpec.maxTimestamp());
        var letters = new ArrayList<KafkaView.Letters>();
        for (var each : partitions) {
            letters.add(new KafkaView.Letters(
                    each.topic(),
                    begins.get(each).offset(),
                    ends.get(each).offset(),
                    Optional.ofNullable(newest.get(each))
                            .map(ListOffsetsResultInfo::timestamp)
                            .filter(millis -> millis > 0)
                            .map(Instant::ofEpochMilli)));
        }
        return letters;
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsets(List<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, TimeoutException, InterruptedException {
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        partitions.forEach(each -> asked.put(each, which));
        return admin.listOffsets(asked).all().get(ANSWER_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        admin.close(Duration.ofMillis(200));
    }
}
