package io.alphapanda.stage.door;

import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.broker.Brokers;
import io.alphapanda.stage.delivery.Handled;
import io.alphapanda.stage.event.Delivery;
import io.alphapanda.stage.meter.Meters;
import io.alphapanda.stage.meter.StageMeters;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// Counts deliveries by what became of them. Lane and topic are a stranger's words until they are known to be ours:
/// whatever is not gets one name, or anybody could make the meters grow.
@Singleton
final class DeliveryCount {

    private static final String STRAY = "stray";

    /// What sources of shared events stamp.
    private static final Set<String> SHARED = Set.of("market", "control");

    private final Meters meters;
    private final Brokers brokers;
    private final Set<String> topics;

    DeliveryCount(Meters meters, Brokers brokers) {
        this.meters = meters;
        this.brokers = brokers;
        this.topics = Set.copyOf(Topics.house(
                List.of(AssetClass.values()),
                brokers.all().stream().map(BrokerAccount::broker).toList()));
    }

    /// Counts the work when it has ended, well or badly.
    Uni<Handled> counted(Delivery delivery, Supplier<Uni<Handled>> work) {
        return Uni.createFrom().deferred(() -> {
            long began = System.nanoTime();
            return Uni.createFrom()
                    .deferred(work::get)
                    .invoke(handled -> count(delivery.lane(), delivery.topic(), Outcome.of(handled), began))
                    .onFailure()
                    .invoke(failure -> count(delivery.lane(), delivery.topic(), Outcome.of(failure), began));
        });
    }

    /// An event no function may see was put into the dead letters.
    ///
    /// @param began `System.nanoTime()` when it came
    void deadLettered(String lane, String topic, long began) {
        count(lane, topic, Outcome.DEAD_LETTERED, began);
    }

    void failed(String lane, String topic, Throwable failure, long began) {
        count(lane, topic, Outcome.of(failure), began);
    }

    /// It came without the stamps of a source that is set up for us.
    void unstamped(long began) {
        count(STRAY, STRAY, "unstamped", began);
    }

    /// It was posted while the stream door is open.
    void wrongDoor(long began) {
        count(STRAY, STRAY, "wrong-door", began);
    }

    void deadLetter(String lane, String topic, DeadLetterReason reason) {
        meters.count(StageMeters.DEAD_LETTERS, knownLane(lane), knownTopic(topic), reason.name());
    }

    private void count(String lane, String topic, String outcome, long began) {
        meters.time(StageMeters.DELIVERY, System.nanoTime() - began, knownLane(lane), knownTopic(topic), outcome);
    }

    private String knownLane(String lane) {
        return brokers.serves(lane) || SHARED.contains(lane) ? lane : STRAY;
    }

    private String knownTopic(String topic) {
        return topics.contains(topic) ? topic : STRAY;
    }
}
