package io.alphapanda.local.launcher;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import picocli.CommandLine.Command;

/// `panda topics`.
@Command(name = "topics", description = "Lists the topics with their partitions and records.")
final class TopicsCommand implements Callable<Integer> {

    @Override
    public Integer call() throws ExecutionException, InterruptedException {
        var layout = Layout.find();
        var state = LastRun.require(layout);
        try (var stores = LastRun.open(layout, state);
                var consumer = new KafkaConsumer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers", stores.stores().kafka()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            System.out.printf("%-40s %10s %12s%n", "topic", "partitions", "records");
            new TreeMap<>(consumer.listTopics()).forEach((topic, partitions) -> {
                if (topic.startsWith("__")) {
                    return;
                }
                var all = partitions.stream()
                        .map(each -> new TopicPartition(topic, each.partition()))
                        .toList();
                var first = consumer.beginningOffsets(all);
                long records = consumer.endOffsets(all).entrySet().stream()
                        .mapToLong(end -> end.getValue() - first.get(end.getKey()))
                        .sum();
                System.out.printf("%-40s %10d %12d%n", topic, partitions.size(), records);
            });
            return 0;
        }
    }
}
