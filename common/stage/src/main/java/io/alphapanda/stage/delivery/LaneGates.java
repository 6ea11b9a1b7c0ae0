package io.alphapanda.stage.delivery;

import io.alphapanda.stage.broker.Brokers;
import io.alphapanda.stage.broker.ConfigurationException;
import io.alphapanda.stage.trouble.TransientException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Bounds what each lane may have in the database at once, so that one lane's slow work leaves connections for the
/// others. First come, first served; who waits too long, or finds too many waiting, is told to come again.
@Singleton
final class LaneGates {

    private static final Logger LOG = Logger.getLogger(LaneGates.class);

    private static final int MOST_WAITING = 500;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    /// Connections for what is no lane's.
    private static final int SHARED_CONNECTIONS = 2;

    private final int permits;
    private final Duration longestWait;
    private final Map<String, Gate> gates = new ConcurrentHashMap<>();

    /// @param permits     most events of one lane in the database at once; fewer where the pool is too small for all
    /// @param connections the pool they share
    @Inject
    LaneGates(
            Brokers brokers,
            @ConfigProperty(name = "panda.delivery.lane-concurrency", defaultValue = "4") int permits,
            @ConfigProperty(name = "quarkus.datasource.reactive.max-size", defaultValue = "12") int connections) {
        this(fitting(permits, connections, brokers.all().size()), LONGEST_WAIT);
    }

    LaneGates(int permits, Duration longestWait) {
        this.permits = permits;
        this.longestWait = longestWait;
    }

    /// Each lane takes its permits and one connection more, for its sweeper.
    static int fitting(int permits, int connections, int lanes) {
        if (permits < 1 || permits > 64) {
            throw new ConfigurationException("panda.delivery.lane-concurrency " + permits
                    + " must be between 1 and 64; correct it or remove it for the default of 4");
        }
        int room = (connections - SHARED_CONNECTIONS) / lanes - 1;
        if (room < 1) {
            throw new ConfigurationException(
                    "quarkus.datasource.reactive.max-size " + connections + " must be at least "
                            + (2 * lanes + SHARED_CONNECTIONS) + " for " + lanes
                            + " lanes; raise it or name fewer in ACTIVE_BROKERS");
        }
        if (room < permits) {
            LOG.infof(
                    "lanes share %d connections: %d events of a lane at once instead of %d",
                    connections, room, permits);
        }
        return Math.min(permits, room);
    }

    /// Runs `work` when the lane has room, on the caller's context. Cancelling gives up the answer, not the work: the
    /// room is given back when the work has ended, well or badly.
    <T> Uni<T> enter(String lane, Supplier<Uni<T>> work) {
        var gate = gates.computeIfAbsent(lane, name -> new Gate(name, permits, longestWait));
        return Uni.createFrom().emitter(emitter -> {
            var context = Vertx.currentContext();
            gate.admit(new Visitor(() -> onContext(context, () -> start(work, gate, emitter)), emitter::fail));
        });
    }

    private static <T> void start(Supplier<Uni<T>> work, Gate gate, UniEmitter<? super T> emitter) {
        Uni.createFrom()
                .deferred(work::get)
                .onTermination()
                .invoke(gate::release)
                .subscribe()
                .with(emitter::complete, emitter::fail);
    }

    private static void onContext(Context context, Runnable task) {
        if (context == null) {
            task.run();
        } else {
            context.runOnContext(_ -> task.run());
        }
    }

    /// Who wants to pass.
    private record Visitor(Runnable pass, java.util.function.Consumer<Throwable> turnAway) {}

    private static final class Gate {
        private final String lane;
        private final Duration longestWait;
        private int free;
        private final ArrayDeque<Waiting> queue = new ArrayDeque<>();

        private record Waiting(Visitor visitor, Future<?> timer) {}

        Gate(String lane, int permits, Duration longestWait) {
            this.lane = lane;
            this.free = permits;
            this.longestWait = longestWait;
        }

        void admit(Visitor visitor) {
            synchronized (this) {
                if (free == 0) {
                    wait(visitor);
                    return;
                }
                free--;
            }
            visitor.pass().run();
        }

        private void wait(Visitor visitor) {
            if (queue.size() >= MOST_WAITING) {
                visitor.turnAway()
                        .accept(new TransientException(
                                "lane " + lane + " has " + MOST_WAITING + " events waiting; none more is taken"));
                return;
            }
            var timer = Infrastructure.getDefaultWorkerPool()
                    .schedule(() -> giveUp(visitor), longestWait.toMillis(), TimeUnit.MILLISECONDS);
            queue.add(new Waiting(visitor, timer));
        }

        private void giveUp(Visitor visitor) {
            boolean waited;
            synchronized (this) {
                waited = queue.removeIf(each -> each.visitor() == visitor);
            }
            if (waited) {
                visitor.turnAway()
                        .accept(new TransientException("lane " + lane + " had no room for the event within "
                                + longestWait.toMillis() + " ms"));
            }
        }

        void release() {
            Waiting next;
            synchronized (this) {
                next = queue.poll();
                if (next == null) {
                    free++;
                    return;
                }
            }
            next.timer().cancel(false);
            next.visitor().pass().run();
        }
    }
}
