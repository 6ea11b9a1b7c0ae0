package io.alphapanda.stage.testing;

import io.alphapanda.domain.signal.Broker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/// Events as they lie in their topics; the stage reads them itself, and its offsets and meters tell how far it is.
public final class StreamDoorway implements Doorway {

    private record Lying(Knock knock, RecordMetadata place) {}

    private final Function<Broker, String> group;
    private final List<Lying> lying = new ArrayList<>();
    private final KafkaProducer<String, byte[]> producer;
    private final Admin admin;

    /// @param group the stage's consumer group in a lane
    public StreamDoorway(Function<Broker, String> group) {
        this.group = group;
        var servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "max.request.size", "20000000"),
                new StringSerializer(),
                new ByteArraySerializer());
        admin = Admin.create(Map.of("bootstrap.servers", servers));
    }

    @Override
    public void deliver(List<Knock> knocks) {
        begin(knocks);
        comeAgain(knocks);
    }

    @Override
    public void deliverInVain(Knock knock) {
        long before = sentBack();
        begin(List.of(knock));
        Await.until(knock.id() + " is sent back", () -> sentBack() > before);
    }

    private static long sentBack() {
        var scrape = Scrape.now();
        return scrape.deliveries("out-of-turn") + scrape.deliveries("transient") + scrape.deliveries("defect");
    }

    @Override
    public void begin(List<Knock> knocks) {
        for (var knock : knocks) {
            try {
                lying.add(new Lying(knock, producer.send(knock.toRecord()).get()));
            } catch (InterruptedException | ExecutionException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Override
    public boolean isFinished(Knock knock) {
        return lying.stream()
                .filter(each -> each.knock() == knock)
                .allMatch(each -> committed(knock, each.place()) > each.place().offset());
    }

    @Override
    public void comeAgain(List<Knock> knocks) {
        knocks.forEach(each -> Await.until(each.id() + " is finished with", () -> isFinished(each)));
    }

    private long committed(Knock knock, RecordMetadata place) {
        try {
            var offsets = admin.listConsumerGroupOffsets(group.apply(new Broker(knock.lane())))
                    .partitionsToOffsetAndMetadata()
                    .get();
            var offset = offsets.get(new TopicPartition(place.topic(), place.partition()));
            return offset == null ? -1 : offset.offset();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
