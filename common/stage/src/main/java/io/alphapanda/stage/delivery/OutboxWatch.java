package io.alphapanda.stage.delivery;

import io.alphapanda.stage.broker.Brokers;
import io.alphapanda.stage.meter.Meters;
import io.alphapanda.stage.meter.StageMeters;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/// Looks every few seconds how much of each lane's outbox is not known to be sent, for the meters.
@Startup
@ApplicationScoped
public class OutboxWatch {

    private static final Logger LOG = Logger.getLogger(OutboxWatch.class);

    private static final Unsent NONE = new Unsent(0, 0);

    private record Unsent(long events, double oldestSeconds) {}

    private final Mutiny.SessionFactory sessions;
    private final String stage;
    private final boolean watching;
    private volatile Map<String, Unsent> lanes = new ConcurrentHashMap<>();

    /// @param inputs none for a stage that keeps no outbox in the ledger
    @Inject
    OutboxWatch(
            Brokers brokers,
            Mutiny.SessionFactory sessions,
            Meters meters,
            @All List<LaneInput> inputs,
            @ConfigProperty(name = "quarkus.application.name") String stage) {
        this.sessions = sessions;
        this.stage = stage;
        this.watching = !inputs.isEmpty();
        if (watching) {
            for (var account : brokers.all()) {
                var lane = account.broker().name();
                meters.show(StageMeters.OUTBOX_UNSENT, () -> of(lane).events(), lane);
                meters.show(StageMeters.OUTBOX_OLDEST, () -> of(lane).oldestSeconds(), lane);
            }
        }
    }

    private Unsent of(String lane) {
        return lanes.getOrDefault(lane, NONE);
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        if (!watching) {
            return Uni.createFrom().voidItem();
        }
        return sessions.withSession(session -> session.createNativeQuery("""
                        select broker, count(*), extract(epoch from now() - min(created_at))::float8
                        from outbox where stage = ?1 and sent_at is null group by broker
                        """, Object[].class)
                        .setParameter(1, stage)
                        .getResultList())
                .invoke(this::seen)
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.debugf("the outbox can't be looked at: reason=%s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private void seen(List<Object[]> rows) {
        var now = new ConcurrentHashMap<String, Unsent>();
        for (var row : rows) {
            now.put((String) row[0], new Unsent(((Number) row[1]).longValue(), ((Number) row[2]).doubleValue()));
        }
        lanes = now;
    }
}
