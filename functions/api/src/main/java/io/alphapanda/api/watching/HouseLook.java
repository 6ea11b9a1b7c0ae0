package io.alphapanda.api.watching;

import io.alphapanda.api.lane.ActiveBrokers;
import io.alphapanda.api.ledger.LedgerSnapshot;
import io.alphapanda.api.letters.Letters;
import io.alphapanda.api.watch.HouseViews;
import io.alphapanda.stage.watch.FeedView;
import io.alphapanda.stage.watch.KafkaView;
import io.alphapanda.stage.watch.ServiceView;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gathers how the house stands. Fails if the ledger or Redis is away: then nothing is known, and nothing ends.
@Singleton
final class HouseLook {

    private final ActiveBrokers brokers;
    private final HouseViews views;
    private final Letters letters;
    private final LedgerSnapshot snapshot;
    private final Clock clock;

    HouseLook(ActiveBrokers brokers, HouseViews views, Letters letters, LedgerSnapshot snapshot, Clock clock) {
        this.brokers = brokers;
        this.views = views;
        this.letters = letters;
        this.snapshot = snapshot;
        this.clock = clock;
    }

    /// What processes and Kafka's watcher told.
    private record Told(
            Optional<KafkaView> kafka, Map<String, Long> letters, List<FeedView> feeds, List<ServiceView> services) {}

    Uni<HouseState> look() {
        var now = clock.instant();
        return told().chain(told -> snapshot.read(() -> LaneFacts.read(brokers, now))
                .map(facts -> new HouseState(
                        now,
                        told.kafka,
                        told.letters,
                        told.feeds,
                        told.services,
                        facts.lanes(),
                        facts.unsent(),
                        facts.undelivered())));
    }

    private Uni<Told> told() {
        return views.kafka().chain(kafka -> kafka.map(letters::open)
                .orElseGet(() -> Uni.createFrom().item(Map.of()))
                .chain(open -> Uni.combine()
                        .all()
                        .unis(views.feeds(), views.services())
                        .with((feeds, services) -> new Told(kafka, open, feeds, services))));
    }
}
