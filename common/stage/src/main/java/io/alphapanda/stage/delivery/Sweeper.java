package io.alphapanda.stage.delivery;

import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.broker.Brokers;
import io.alphapanda.stage.ledger.OutboxRow;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/// Sends what was committed but not sent because a process died or Kafka was away. Lane by lane, so that one lane's
/// broken topic delays no other; rows another sweeper holds are left to it (`skip locked` is the lease).
@ApplicationScoped
public class Sweeper {

    private static final Logger LOG = Logger.getLogger(Sweeper.class);
    private static final int MOST_AT_ONCE = 200;

    private final Brokers brokers;
    private final Mutiny.SessionFactory sessions;
    private final Outbox outbox;
    private final String stage;
    private final int grace;

    Sweeper(
            Brokers brokers,
            Mutiny.SessionFactory sessions,
            Outbox outbox,
            @ConfigProperty(name = "quarkus.application.name") String stage,
            @ConfigProperty(name = "panda.delivery.sweep-after-seconds", defaultValue = "3") int graceSeconds) {
        if (graceSeconds < 0 || graceSeconds > 3_600) {
            throw new IllegalArgumentException(
                    "panda.delivery.sweep-after-seconds " + graceSeconds + " must be between 0 and 3600");
        }
        this.brokers = brokers;
        this.sessions = sessions;
        this.outbox = outbox;
        this.stage = stage;
        this.grace = graceSeconds;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        var lanes = brokers.all().stream().map(this::sweepLane).toList();
        return Uni.join().all(lanes).andCollectFailures().replaceWithVoid();
    }

    private Uni<Void> sweepLane(BrokerAccount account) {
        var lane = account.broker().name();
        return sessions.withTransaction(session -> unsent(session, lane).chain(rows -> {
                    if (rows.isEmpty()) {
                        return Uni.createFrom().voidItem();
                    }
                    LOG.infof("sending what was left: stage=%s broker=%s events=%d", stage, lane, rows.size());
                    return outbox.publish(lane, rows);
                }))
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "sweep failed, it will be tried again: stage=%s broker=%s reason=%s",
                        stage, lane, failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<List<OutboxRow>> unsent(Mutiny.Session session, String lane) {
        return session.createNativeQuery("""
                        select * from outbox
                        where stage = ?1 and broker = ?2 and sent_at is null
                          and created_at < now() - ?3 * interval '1 second'
                        order by id limit %d for update skip locked
                        """.formatted(MOST_AT_ONCE), OutboxRow.class)
                .setParameter(1, stage)
                .setParameter(2, lane)
                .setParameter(3, grace)
                .getResultList();
    }
}
