package io.alphapanda.stage.door;

import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.StickyAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Where a lane's records lie and as whom they are read.
///
/// @param bootstrapServers Kafka's
/// @param topic            the lane's
/// @param group            whose offsets count, whichever door is open
record Subscription(String bootstrapServers, String topic, String group) {

    /// A consumer that has not subscribed yet. It is set up as a KafkaSource's are: with their assignor, so that one
    /// door can be opened while the other is being closed, and so that the partitions of a process that was killed
    /// move on after ten seconds.
    KafkaConsumer<String, byte[]> open() {
        return new KafkaConsumer<>(
                Map.ofEntries(
                        Map.entry("bootstrap.servers", bootstrapServers),
                        Map.entry("group.id", group),
                        Map.entry("client.id", "alpha-panda." + topic),
                        Map.entry("enable.auto.commit", "false"),
                        Map.entry("auto.offset.reset", "earliest"),
                        Map.entry("isolation.level", "read_committed"),
                        Map.entry("partition.assignment.strategy", StickyAssignor.class.getName()),
                        Map.entry("session.timeout.ms", "10000"),
                        Map.entry("heartbeat.interval.ms", "3000"),
                        Map.entry("fetch.min.bytes", "1")),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
