package io.alphapanda.stage.publish;

import io.alphapanda.stage.event.EncodedEvent;
import io.alphapanda.stage.event.WireFormat;
import io.alphapanda.stage.trace.Traces;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Sends events, each acknowledged by all replicas in sync.
@Singleton
public final class EventPublisher {

    private final String bootstrapServers;
    private final SendSpans spans;
    private final Map<String, LaneProducer> lanes = new ConcurrentHashMap<>();

    EventPublisher(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers, Traces traces) {
        this.bootstrapServers = bootstrapServers;
        this.spans = new SendSpans(traces);
    }

    /// Sends events in their order. Completes when every one is acknowledged, on the Vert.x context it was called on;
    /// fails with a [io.alphapanda.stage.trouble.TransientException] if one is not, and then any of them may have
    /// arrived.
    public Uni<Void> publish(String lane, List<EncodedEvent> events) {
        return spans.around(
                lane,
                events,
                send(lane, events.stream().map(WireFormat::toRecord).toList()));
    }

    /// Sends ready-made records; for dead letters, whose bytes are not ours.
    public Uni<Void> send(String lane, List<ProducerRecord<String, byte[]>> records) {
        if (records.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var producer = lanes.computeIfAbsent(lane, name -> new LaneProducer(name, bootstrapServers));
        return Uni.createFrom().emitter(emitter -> {
            var context = Vertx.currentContext();
            var sent = records.stream().map(producer::send).toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(sent)
                    .whenComplete((_, failure) -> answerOn(context, () -> answer(emitter, failure)));
        });
    }

    /// Kafka answers on its own network thread, which must neither wait nor touch a database session.
    private static void answerOn(Context context, Runnable answer) {
        if (context == null) {
            answer.run();
        } else {
            context.runOnContext(_ -> answer.run());
        }
    }

    private static void answer(UniEmitter<? super Void> emitter, Throwable failure) {
        if (failure == null) {
            emitter.complete(null);
        } else {
            emitter.fail(failure instanceof CompletionException wrapped ? wrapped.getCause() : failure);
        }
    }

    @PreDestroy
    void close() {
        lanes.values().forEach(LaneProducer::close);
    }
}
