package io.alphapanda.stage.door;

import io.alphapanda.stage.broker.Brokers;
import io.alphapanda.stage.broker.ConfigurationException;
import io.alphapanda.stage.delivery.FreshContext;
import io.alphapanda.stage.delivery.LaneInput;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    private final Vertx vertx;
    private final String bootstrapServers;
    private final Backoff backoff;
    private final List<LaneConsumer> consumers = new ArrayList<>();

    /// @param retrySeconds how long an event is retried before it is given up, at least ten minutes
    @Inject
    StreamDoor(
            OpenDoor door,
            Brokers brokers,
            @All List<LaneInput> inputs,
            DeliveryReader reader,
            DeadLetters deadLetters,
            FreshContext fresh,
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
        this.vertx = vertx;
        this.bootstrapServers = bootstrapServers;
        this.backoff = new Backoff(FIRST_WAIT, LONGEST_WAIT, Duration.ofSeconds(retrySeconds));
    }

    void open(@Observes StartupEvent started) {
        if (!door.isStream()) {
            return;
        }
        for (var account : brokers.all()) {
            for (var input : inputs) {
                var lane = account.broker().name();
                var topic = input.topic().apply(account.broker());
                var group = input.group().apply(account.broker());
                var deliveries = new RecordDelivery(
                        lane,
                        reader,
                        delivery -> fresh.run(() -> input.handler().handle(delivery)),
                        (record, why) -> fresh.run(() -> deadLetters.put(lane, record, why)),
                        backoff,
                        (wait, task) -> vertx.setTimer(wait.toMillis(), _ -> task.run()));
                var consumer = new LaneConsumer(bootstrapServers, topic, group, deliveries);
                consumers.add(consumer);
                consumer.start();
                LOG.infof("stream door open: topic=%s group=%s", topic, group);
            }
        }
    }

    void close(@Observes ShutdownEvent stopping) throws InterruptedException {
        for (var consumer : consumers) {
            consumer.close();
        }
    }

    /// How often an event was sent back, in all lanes.
    long failures() {
        return consumers.stream()
                .mapToLong(each -> each.deliveries().failures())
                .sum();
    }

    int openLanes() {
        return consumers.size();
    }
}
