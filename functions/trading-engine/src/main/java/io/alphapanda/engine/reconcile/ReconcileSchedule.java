package io.alphapanda.engine.reconcile;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.engine.live.LiveBrokers;
import io.alphapanda.engine.live.LiveBrokers.Lane;
import io.alphapanda.engine.live.ReaderLease;
import io.alphapanda.stage.delivery.FreshContext;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/// Compares each live lane's books as soon as its broker can be read, and from then on when it is time. Of several
/// processes the one that reads the lane's order book does.
@ApplicationScoped
public class ReconcileSchedule {

    private static final Logger LOG = Logger.getLogger(ReconcileSchedule.class);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(30);

    private final LiveBrokers brokers;
    private final Reconciler reconciler;
    private final ReaderLease lease;
    private final ReconcileSettings settings;
    private final FreshContext fresh;
    private final InstantSource clock;
    private final Map<Broker, Due> due = new ConcurrentHashMap<>();

    ReconcileSchedule(
            LiveBrokers brokers,
            Reconciler reconciler,
            ReaderLease lease,
            ReconcileSettings settings,
            FreshContext fresh,
            InstantSource clock) {
        this.brokers = brokers;
        this.reconciler = reconciler;
        this.lease = lease;
        this.settings = settings;
        this.fresh = fresh;
        this.clock = clock;
        var now = clock.instant();
        brokers.lanes().forEach(lane -> due.put(lane.name(), new Due(now, now.plus(settings.every()), true)));
    }

    /// When a lane's turn comes.
    ///
    /// @param at         not before
    /// @param startUntil a broker that could not be read by then is told of like at any other time
    /// @param isStart    whether it has not been read since the process started
    private record Due(Instant at, Instant startUntil, boolean isStart) {

        Cause cause(Instant now) {
            return isStart && now.isBefore(startUntil) ? Cause.START : Cause.TIME;
        }
    }

    @Scheduled(every = "10s")
    void look() {
        if (settings.isOn()) {
            brokers.lanes().forEach(this::look);
        }
    }

    private void look(Lane lane) {
        var now = clock.instant();
        var turn = due.get(lane.name());
        if (now.isBefore(turn.at())) {
            return;
        }
        due.put(lane.name(), new Due(now.plus(TRY_AGAIN), turn.startUntil(), turn.isStart()));
        fresh.run(() -> lease.take(lane.name()))
                .chain(mine -> mine ? run(lane, turn, now) : Uni.createFrom().voidItem())
                .subscribe()
                .with(
                        _ -> {},
                        failure -> LOG.warnf(
                                "books could not be compared, they will be: broker=%s reason=%s",
                                lane.name(), failure.getMessage()));
    }

    private Uni<Void> run(Lane lane, Due turn, Instant now) {
        var cause = turn.cause(now);
        return reconciler
                .run(lane, cause)
                .invoke(report -> report.filter(each -> cause != Cause.START || each.outcome() != Outcome.UNREADABLE)
                        .ifPresent(_ ->
                                due.put(lane.name(), new Due(now.plus(settings.every()), turn.startUntil(), false))))
                .replaceWithVoid();
    }
}
