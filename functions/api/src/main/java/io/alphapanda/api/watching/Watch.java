package io.alphapanda.api.watching;

import io.alphapanda.api.watch.HouseViews;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/// Looks at the house every few seconds. Any number of instances look; an advisory lock of the transaction lets one
/// write at a time, and a lock that dies with its process is gone with its connection.
@ApplicationScoped
public class Watch {

    private static final Logger LOG = Logger.getLogger(Watch.class);
    private static final String LEASE = "select pg_try_advisory_xact_lock(hashtextextended('watch/alerts', 0))";

    private final HouseLook house;
    private final HouseViews views;
    private final Limits limits;
    private final AlertBook alerts;
    private final HealthHistory history;
    private final Mutiny.SessionFactory database;

    @Inject
    Watch(
            HouseLook house,
            HouseViews views,
            WatchConfiguration configuration,
            AlertBook alerts,
            HealthHistory history,
            Mutiny.SessionFactory database) {
        this.house = house;
        this.views = views;
        this.limits = Limits.of(configuration);
        this.alerts = alerts;
        this.history = history;
        this.database = database;
    }

    @Scheduled(every = "{panda.alerts.every}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> watch() {
        return look().onFailure()
                .invoke(failure -> LOG.warnf("the house can't be looked at: reason=%s", failure.getMessage()))
                .onFailure()
                .recoverWithItem(false)
                .replaceWithVoid();
    }

    /// One look. To be called on a context of its own.
    ///
    /// @return whether this instance wrote down what it saw; false if another is at it
    Uni<Boolean> look() {
        return house.look().chain(state -> history.keep(HouseHealth.of(state, limits))
                .chain(() -> write(state))
                .call(() -> views.forget(SystemRules.gone(state, limits))));
    }

    private Uni<Boolean> write(HouseState state) {
        var conditions = Rule.conditions(state, limits);
        return database.withTransaction(session -> session.createNativeQuery(LEASE, Boolean.class)
                .getSingleResult()
                .chain(mine -> mine
                        ? alerts.write(session, conditions, state.now()).replaceWith(true)
                        : Uni.createFrom().item(false)));
    }
}
