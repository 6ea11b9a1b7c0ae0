package io.alphapanda.stage.door;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.stage.broker.Brokers;
import io.alphapanda.stage.broker.ConfigurationException;
import io.alphapanda.stage.delivery.FreshContext;
import io.alphapanda.stage.delivery.LaneInput;
import io.alphapanda.stage.meter.Meters;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// The door for a lane that must be fast: reads the stage's topics itself and so skips a KafkaSource's poll. Open with
/// `panda.door=stream`. One consumer a lane and input, so that one lane's stuck record holds up no other.
@Singleton
final class StreamDoor {

    private static final Logger LOG = Logger.getLogger(StreamDoor.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final OpenDoor door;
    private final Brokers brokers;
    private final List<LaneInput> inputs;
    private final DeliveryReader reader;
    private final DeadLetters deadLetters;
    private final FreshContext fresh;
    private final DeliveryCount count;
    private final DeliverySpans spans;
    private final Meters meters;
    private final Vertx vertx;
    private final String bootstrapServers;
    private final Backoff backoff;
    private final List<LaneConsumer> consumers = new CopyOnWriteArrayList<>();

    /// @param retrySeconds how long an event is retried before it is given up, at least ten minutes
    @Inject
    StreamDoor(
            OpenDoor door,
            Brokers brokers,
            @All List<LaneInput> inputs,
            DeliveryReader reader,
            DeadLetters deadLetters,
            FreshContext fresh,
            DeliveryCount count,
            DeliverySpans spans,
            Meters meters,
            Vertx vertx,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "panda.door.retry-seconds", defaultValue = "660") int retrySeconds) {
        if (retrySeconds < 600 || retrySeconds > 86_400) {
            throw new ConfigurationException("panda.door.retry-seconds " + retrySeconds
                    + " must be between 600 and 86400; correct it or remove it for the default of 660");
        }
        this.door = door;
        this.brokers = brokers;
        this.inputs = inputs;
        this.reader = reader;
        this.deadLetters = deadLetters;
        this.fresh = fresh;
        this.count = count;
        this.spans = spans;
        this.meters = meters;
        this.vertx = vertx;
        this.bootstrapServers = bootstrapServers;
        this.backoff = new Backoff(FIRST_WAIT, LONGEST_WAIT, Duration.ofSeconds(retrySeconds));
    }

    void open(@Observes StartupEvent started) {
        if (!door.isStream()) {
            return;
        }
        for (var account : brokers.all()) {
            inputs.forEach(input -> open(account.broker(), input));
        }
    }

    private void open(Broker broker, LaneInput input) {
        var lane = broker.name();
        var topic = input.topic().apply(broker);
        var group = input.group().apply(broker);
        var deliveries = new RecordDelivery(
                lane,
                reader,
                delivery -> spans.around(
                        delivery,
                        each -> count.counted(
                                each, () -> fresh.run(() -> input.handler().handle(each)))),
                (record, why) -> bury(lane, record, why),
                backoff,
                (wait, task) -> vertx.setTimer(wait.toMillis(), _ -> task.run()));
        var consumer = new LaneConsumer(
                new Subscription(bootstrapServers, topic, group), deliveries, new ConsumerPulse(lane, topic, meters));
        consumers.add(consumer);
        consumer.start();
        LOG.infof("stream door open: topic=%s group=%s", topic, group);
    }

    private Uni<Void> bury(String lane, ConsumerRecord<String, byte[]> record, BadEventException why) {
        long began = System.nanoTime();
        return fresh.run(() -> deadLetters.put(lane, record, why))
                .invoke(() -> count.deadLettered(lane, record.topic(), began))
                .onFailure()
                .invoke(failure -> count.failed(lane, record.topic(), failure, began));
    }

    void close(@Observes ShutdownEvent stopping) throws InterruptedException {
        for (var consumer : consumers) {
            consumer.close();
        }
    }

    boolean isOpen() {
        return door.isStream();
    }

    /// How each consumer is getting on; none while the function door is open.
    List<ConsumerPulse> pulses() {
        return consumers.stream().map(LaneConsumer::pulse).toList();
    }
}
