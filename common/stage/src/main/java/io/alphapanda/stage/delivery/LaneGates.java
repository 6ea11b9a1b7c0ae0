package io.alphapanda.stage.delivery;

import io.alphapanda.stage.trouble.TransientException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Bounds what each lane may have in work at once, so that one lane's slow database work leaves connections for the
/// others. First come, first served; beyond a bounded queue an event is told to come again.
@Singleton
final class LaneGates {

    private static final int MOST_WAITING = 500;

    private final int permits;
    private final Map<String, Gate> gates = new ConcurrentHashMap<>();

    LaneGates(@ConfigProperty(name = "panda.delivery.lane-concurrency", defaultValue = "4") int permits) {
        if (permits < 1 || permits > 64) {
            throw new IllegalArgumentException(
                    "panda.delivery.lane-concurrency " + permits + " must be between 1 and 64");
        }
        this.permits = permits;
    }

    /// Runs `work` when the lane has room. Must not be cancelled while it waits: bound the work, not the waiting.
    <T> Uni<T> enter(String lane, Supplier<Uni<T>> work) {
        var gate = gates.computeIfAbsent(lane, name -> new Gate(name, permits));
        return gate.acquire().chain(() -> work.get().onTermination().invoke(gate::release));
    }

    private static final class Gate {
        private final String lane;
        private int free;
        private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();

        Gate(String lane, int permits) {
            this.lane = lane;
            this.free = permits;
        }

        Uni<Void> acquire() {
            return Uni.createFrom().emitter(emitter -> {
                var context = io.vertx.core.Vertx.currentContext();
                Runnable admit = context == null
                        ? () -> emitter.complete(null)
                        : () -> context.runOnContext(_ -> emitter.complete(null));
                synchronized (this) {
                    if (free == 0) {
                        if (waiting.size() >= MOST_WAITING) {
                            emitter.fail(new TransientException(
                                    "lane " + lane + " has " + MOST_WAITING + " events waiting; none more is taken"));
                        } else {
                            waiting.add(admit);
                        }
                        return;
                    }
                    free--;
                }
                emitter.complete(null);
            });
        }

        void release() {
            Runnable next;
            synchronized (this) {
                next = waiting.poll();
                if (next == null) {
                    free++;
                    return;
                }
            }
            next.run();
        }
    }
}
