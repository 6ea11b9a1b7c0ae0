package io.alphapanda.engine.live;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.engine.live.LiveBrokers.Lane;
import io.alphapanda.stage.delivery.FreshContext;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/// Keeps the live lanes going: sends what is to be sent and reads what is to be read, when told and once a second
/// anyway, so that nothing depends on being told. Each lane by itself: a broker that hangs delays no other.
@ApplicationScoped
public class LiveLanes {

    private static final Logger LOG = Logger.getLogger(LiveLanes.class);

    /// Orders of one lane on their way to the broker at once.
    private static final int MOST_SENT_AT_ONCE = 4;

    /// How often the book is read while nothing waits for it: an order given up for lost may appear late.
    private static final Duration WATCH_EVERY = Duration.ofSeconds(30);

    private final LiveBrokers brokers;
    private final Placements placements;
    private final Desk desk;
    private final BookReader reader;
    private final ReaderLease lease;
    private final LiveSettings settings;
    private final FreshContext fresh;
    private final Vertx vertx;
    private final Map<Broker, LaneWork> works = new ConcurrentHashMap<>();

    LiveLanes(
            LiveBrokers brokers,
            Placements placements,
            Desk desk,
            BookReader reader,
            ReaderLease lease,
            LiveSettings settings,
            FreshContext fresh,
            Vertx vertx) {
        this.brokers = brokers;
        this.placements = placements;
        this.desk = desk;
        this.reader = reader;
        this.lease = lease;
        this.settings = settings;
        this.fresh = fresh;
        this.vertx = vertx;
        brokers.lanes().forEach(lane -> works.put(lane.name(), new LaneWork(settings.readEvery(), WATCH_EVERY)));
    }

    @Scheduled(every = "1s")
    void look() {
        for (var lane : brokers.lanes()) {
            send(lane);
            follow(lane, false);
        }
    }

    /// Orders of this lane may be there to be sent. Returns at once.
    public void send(Broker broker) {
        brokers.lane(broker).ifPresent(this::send);
    }

    /// Somebody says that an order of this lane has changed at the broker. Who it is does not matter, nor whether it is
    /// true: the book is read. Returns at once.
    public void readAgain(Broker broker) {
        brokers.lane(broker).ifPresent(lane -> follow(lane, true));
    }

    private void send(Lane lane) {
        var work = works.get(lane.name());
        if (work.beginsScan()) {
            fresh.run(() -> Panache.withSession(() -> placements.toSend(lane.name(), MOST_SENT_AT_ONCE)))
                    .onTermination()
                    .invoke(() -> {
                        if (work.endsScan()) {
                            send(lane);
                        }
                    })
                    .subscribe()
                    .with(
                            found -> found.forEach(next -> send(lane, work, next)),
                            failure -> warn("what is to be sent could not be looked for", lane, failure));
        }
    }

    private void send(Lane lane, LaneWork work, Placements.Next next) {
        var orderId = next.orderId();
        if (!work.takes(orderId, MOST_SENT_AT_ONCE)) {
            return;
        }
        desk.send(lane, next)
                .onTermination()
                .invoke(() -> work.releases(orderId))
                .subscribe()
                .with(
                        sent -> sent(lane, sent),
                        failure ->
                                warn("order could not be sent on, it is followed up: order=" + orderId, lane, failure));
    }

    private void sent(Lane lane, Desk.Sent sent) {
        switch (sent) {
            case Desk.Sent.Elsewhere() -> {}
            case Desk.Sent.Later(Duration in) -> vertx.setTimer(Math.max(1, in.toMillis()), _ -> send(lane));
            case Desk.Sent.Done(boolean isAtBroker) -> {
                send(lane);
                if (isAtBroker) {
                    follow(lane, true);
                }
            }
        }
    }

    private void follow(Lane lane, boolean told) {
        var work = works.get(lane.name());
        var wait = work.beginsReading(told);
        if (wait.isEmpty()) {
            return;
        }
        if (wait.get().isPositive()) {
            vertx.setTimer(wait.get().toMillis() + 1, _ -> {
                work.waited();
                follow(lane, true);
            });
            return;
        }
        fresh.run(() -> followOnce(lane, work, told))
                .onTermination()
                .invoke(() -> {
                    if (work.endsReading()) {
                        follow(lane, true);
                    }
                })
                .subscribe()
                .with(
                        makesWay -> {
                            if (makesWay) {
                                send(lane);
                            }
                        },
                        failure -> warn("lane could not be followed, it will be again", lane, failure));
    }

    private Uni<Boolean> followOnce(Lane lane, LaneWork work, boolean told) {
        return reader.overdue(lane).chain(makesWay -> mayRead(lane, work, told)
                .invoke(may -> {
                    if (may) {
                        work.reads();
                    }
                })
                .chain(may -> may
                        ? reader.read(lane).map(also -> makesWay || also)
                        : Uni.createFrom().item(makesWay)));
    }

    private Uni<Boolean> mayRead(Lane lane, LaneWork work, boolean told) {
        if (told) {
            return Uni.createFrom().item(true);
        }
        return lease.take(lane.name())
                .chain(mine -> mine
                        ? work.isWatchDue() ? Uni.createFrom().item(true) : reader.isNeeded(lane)
                        : Uni.createFrom().item(false));
    }

    private static void warn(String what, Lane lane, Throwable failure) {
        LOG.warnf("%s: broker=%s reason=%s", what, lane.name(), failure.getMessage());
    }
}
