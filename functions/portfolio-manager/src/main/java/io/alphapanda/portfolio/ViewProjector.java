package io.alphapanda.portfolio;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.broker.Brokers;
import io.alphapanda.stage.delivery.FreshContext;
import io.alphapanda.stage.ledger.PortfolioRow;
import io.alphapanda.stage.ledger.PositionRow;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/// Projects portfolios whose view is behind into Redis. The one way a view comes about, whether a fill was just booked,
/// Redis was away, or everything is rebuilt (`panda rebuild` sets `viewed` back); so there is no second one to differ.
@ApplicationScoped
public class ViewProjector {

    private static final Logger LOG = Logger.getLogger(ViewProjector.class);
    private static final int MOST_AT_ONCE = 50;

    private final Brokers brokers;
    private final Mutiny.SessionFactory sessions;
    private final FreshContext fresh;
    private final Views views;
    private final Set<Broker> projecting = ConcurrentHashMap.newKeySet();

    ViewProjector(Brokers brokers, Mutiny.SessionFactory sessions, FreshContext fresh, Views views) {
        this.brokers = brokers;
        this.sessions = sessions;
        this.fresh = fresh;
        this.views = views;
    }

    @Scheduled(every = "1s")
    void project() {
        brokers.all().stream().map(BrokerAccount::broker).forEach(this::project);
    }

    /// Each lane by itself: one that is slow leaves the others their time.
    private void project(Broker broker) {
        if (projecting.add(broker)) {
            fresh.run(() -> projectLane(broker))
                    .onTermination()
                    .invoke(() -> projecting.remove(broker))
                    .subscribe()
                    .with(
                            _ -> {},
                            failure -> LOG.warnf(
                                    "views are behind, they will be tried again: broker=%s reason=%s",
                                    broker, failure.getMessage()));
        }
    }

    private Uni<Void> projectLane(Broker broker) {
        return sessions.withTransaction(
                session -> behind(session, broker.name()).chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> show(session, row))
                        .collect()
                        .with(Collectors.summingInt(Integer::intValue))
                        .chain(others -> others == 0 ? Uni.createFrom().voidItem() : again(session, broker, others))));
    }

    /// With what lay in a view's place, other portfolios' positions may have gone.
    private static Uni<Void> again(Mutiny.Session session, Broker broker, int others) {
        LOG.warnf(
                "what is no view lay in the place of views, all are written again: broker=%s keys=%d", broker, others);
        return session.createMutationQuery("update PortfolioRow set viewed = -1 where broker = ?1")
                .setParameter(1, broker.name())
                .executeUpdate()
                .replaceWithVoid();
    }

    /// Portfolios whose view is behind; those another instance projects are left to it.
    private static Uni<List<PortfolioRow>> behind(Mutiny.Session session, String lane) {
        return session.createNativeQuery(
                        "select * from portfolios where broker = ?1 and viewed < version order by strategy limit "
                                + MOST_AT_ONCE + " for update skip locked",
                        PortfolioRow.class)
                .setParameter(1, lane)
                .getResultList();
    }

    private Uni<Integer> show(Mutiny.Session session, PortfolioRow row) {
        return session.createQuery(
                        "from PositionRow where broker = ?1 and strategy = ?2 order by instrument", PositionRow.class)
                .setParameter(1, row.broker)
                .setParameter(2, row.strategy)
                .getResultList()
                .chain(positions -> views.show(row, positions))
                .invoke(() -> row.viewed = row.version);
    }
}
