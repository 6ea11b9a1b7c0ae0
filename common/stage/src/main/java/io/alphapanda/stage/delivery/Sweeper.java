package io.alphapanda.stage.delivery;

import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.broker.Brokers;
import io.alphapanda.stage.broker.ConfigurationException;
import io.alphapanda.stage.ledger.OutboxRow;
import io.alphapanda.stage.meter.Meters;
import io.alphapanda.stage.meter.StageMeters;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/// Sends what was committed but not sent because a process died or Kafka was away. Each lane by itself, so that one
/// lane's broken topic delays no other.
///
/// One sweeper a lane at a time: its lease is an advisory lock of its transaction, which ends with its connection. It
/// locks no rows, so nobody who marks them waits for Kafka.
@Startup
@ApplicationScoped
public class Sweeper {

    private static final Logger LOG = Logger.getLogger(Sweeper.class);
    private static final int MOST_AT_ONCE = 200;

    private final Brokers brokers;
    private final Mutiny.SessionFactory sessions;
    private final FreshContext fresh;
    private final Outbox outbox;
    private final Meters meters;
    private final String stage;
    private final int grace;
    private final Set<String> sweeping = ConcurrentHashMap.newKeySet();

    /// Where a lane's next sweep begins: behind a full page that could not all be sent, so that one broken topic's
    /// events hold up no others.
    private final Map<String, Long> from = new ConcurrentHashMap<>();

    @Inject
    Sweeper(
            Brokers brokers,
            Mutiny.SessionFactory sessions,
            FreshContext fresh,
            Outbox outbox,
            Meters meters,
            @ConfigProperty(name = "quarkus.application.name") String stage,
            @ConfigProperty(name = "panda.delivery.sweep-after-seconds", defaultValue = "3") int graceSeconds) {
        if (graceSeconds < 0 || graceSeconds > 3_600) {
            throw new ConfigurationException("panda.delivery.sweep-after-seconds " + graceSeconds
                    + " must be between 0 and 3600; correct it or remove it for the default of 3");
        }
        this.brokers = brokers;
        this.sessions = sessions;
        this.fresh = fresh;
        this.outbox = outbox;
        this.meters = meters;
        this.stage = stage;
        this.grace = graceSeconds;
        brokers.all().forEach(each -> meters.count(StageMeters.RESENT, 0, lane(each)));
    }

    @Scheduled(every = "1s")
    void sweep() {
        for (var account : brokers.all()) {
            if (sweeping.add(lane(account))) {
                fresh.run(() -> sweepLane(lane(account)))
                        .onTermination()
                        .invoke(() -> sweeping.remove(lane(account)))
                        .subscribe()
                        .with(
                                _ -> {},
                                failure -> LOG.warnf(
                                        "sweep failed, it will be tried again: stage=%s broker=%s reason=%s",
                                        stage, lane(account), failure.getMessage()));
            }
        }
    }

    private static String lane(BrokerAccount account) {
        return account.broker().name();
    }

    private Uni<Void> sweepLane(String lane) {
        return sessions.withTransaction(session -> leased(session, lane)
                .chain(mine -> mine
                        ? unsent(session, lane).chain(rows -> send(lane, rows))
                        : Uni.createFrom().voidItem()));
    }

    private Uni<Boolean> leased(Mutiny.Session session, String lane) {
        return session.createNativeQuery("select pg_try_advisory_xact_lock(hashtextextended(?1, 0))", Boolean.class)
                .setParameter(1, "sweep/" + stage + "/" + lane)
                .getSingleResult();
    }

    private Uni<Void> send(String lane, List<OutboxRow> page) {
        var rows = outbox.notSent(page);
        from.put(lane, page.size() < MOST_AT_ONCE ? 0 : page.getLast().id);
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        LOG.infof("sending what was left: stage=%s broker=%s events=%d", stage, lane, rows.size());
        return outbox.publish(lane, rows).invoke(() -> meters.count(StageMeters.RESENT, rows.size(), lane));
    }

    private Uni<List<OutboxRow>> unsent(Mutiny.Session session, String lane) {
        return session.createNativeQuery("""
                        select * from outbox
                        where stage = ?1 and broker = ?2 and sent_at is null and id > ?3
                          and abs(extract(epoch from now() - created_at)) > ?4
                        order by id limit %d
                        """.formatted(MOST_AT_ONCE), OutboxRow.class)
                .setParameter(1, stage)
                .setParameter(2, lane)
                .setParameter(3, from.getOrDefault(lane, 0L))
                .setParameter(4, grace)
                .getResultList();
    }
}
