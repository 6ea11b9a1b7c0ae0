package io.alphapanda.local.proof.house;

import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.market.BatchSequence;
import io.alphapanda.domain.market.TickBatch;
import io.alphapanda.local.launcher.PlayedHouse;
import io.alphapanda.local.proof.Violation;
import io.alphapanda.stage.event.EventCodec;
import io.alphapanda.stage.event.MalformedEventException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// The batches of ticks that publishers have left in the topic of shares.
///
/// @param kafka   bootstrap servers
/// @param batches in the order of each partition
record PublishedTicks(String kafka, List<Published> batches) {

    /// Newer than any epoch of a morning.
    private static final long NEWEST = 1_000_000;

    private static final String TOPIC = Topics.ticks(AssetClass.EQUITY);
    private static final EventCodec CODEC = new EventCodec();

    record Published(ConsumerRecord<byte[], byte[]> record, TickBatch batch) {}

    private record Place(int shard, BatchSequence sequence) {}

    static PublishedTicks of(PlayedHouse house) {
        var kafka = house.infrastructure().kafkaBootstrapServers();
        var batches = new ArrayList<Published>();
        TopicRecords.read(kafka, TOPIC, record -> batches.add(new Published(record, batch(record))));
        return new PublishedTicks(kafka, batches);
    }

    private static TickBatch batch(ConsumerRecord<byte[], byte[]> record) {
        try {
            return CODEC.decode(record.value(), TickBatch.class);
        } catch (MalformedEventException e) {
            throw new Violation("no batch of ticks lies in " + TOPIC + " at " + record.partition() + "/"
                    + record.offset() + ": " + e.getMessage());
        }
    }

    /// How many publishers there have been.
    long epochs() {
        return batches.stream()
                .map(each -> each.batch().sequence().epoch())
                .distinct()
                .count();
    }

    /// @throws Violation if one place in a shard was published twice: two processes had the same epoch
    void requireOnePublisherAnEpoch() {
        Set<Place> seen = new HashSet<>();
        for (var each : batches) {
            var place = new Place(each.batch().shard(), each.batch().sequence());
            if (!seen.add(place)) {
                throw new Violation("two publishers had one epoch: batch " + place.sequence() + " of shard "
                        + place.shard() + " was published twice");
            }
        }
    }

    /// Publishes each shard's last batch once more, under an epoch that is newer than all others.
    void sayLastAsNewest() {
        var last = new TreeMap<Integer, Published>();
        batches.forEach(each -> last.put(each.record().partition(), each));
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", kafka),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            last.values().forEach(each -> producer.send(asNewest(each)));
        }
    }

    private static ProducerRecord<byte[], byte[]> asNewest(Published published) {
        var batch = published.batch();
        var newest = new TickBatch(
                batch.stream(),
                batch.assetClass(),
                batch.shard(),
                new BatchSequence(NEWEST, batch.sequence().n()),
                batch.dueAt(),
                batch.last(),
                batch.ticks());
        var record = published.record();
        return new ProducerRecord<>(
                record.topic(), record.partition(), record.key(), CODEC.encode(newest), record.headers());
    }
}
