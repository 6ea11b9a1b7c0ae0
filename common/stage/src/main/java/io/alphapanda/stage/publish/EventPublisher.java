package io.alphapanda.stage.publish;

import io.alphapanda.stage.event.EncodedEvent;
import io.alphapanda.stage.event.WireFormat;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Sends events, each acknowledged by all replicas in sync.
@Singleton
public final class EventPublisher {

    private final String bootstrapServers;
    private final Map<String, LaneProducer> lanes = new ConcurrentHashMap<>();

    EventPublisher(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /// Sends events in their order. Completes when every one is acknowledged, on a thread of the producer's; fails with
    /// a [io.alphapanda.stage.trouble.TransientException] if one is not, and then any of them may have arrived.
    public Uni<Void> publish(String lane, List<EncodedEvent> events) {
        return send(lane, events.stream().map(WireFormat::toRecord).toList());
    }

    /// Sends ready-made records; for dead letters, whose bytes are not ours.
    public Uni<Void> send(String lane, List<ProducerRecord<String, byte[]>> records) {
        if (records.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var producer = lanes.computeIfAbsent(lane, name -> new LaneProducer(name, bootstrapServers));
        return Uni.createFrom().completionStage(() -> {
            var sent = records.stream().map(producer::send).toArray(CompletableFuture[]::new);
            return CompletableFuture.allOf(sent);
        });
    }

    @PreDestroy
    void close() {
        lanes.values().forEach(LaneProducer::close);
    }
}
