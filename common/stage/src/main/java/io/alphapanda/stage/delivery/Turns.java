package io.alphapanda.stage.delivery;

import io.alphapanda.stage.trouble.OutOfTurnException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/// Lets events that follow one another take their turns without going back to the source: an unordered source has up
/// to 99 of one chain on their way at once, and its retries double their waits.
///
/// ```
/// the one before is at work here ──▶ wait for its end, then look
/// it has not come in yet         ──▶ look again after 25 ms, 50 ms … 1 s
/// time is up                     ──▶ out of turn: 503, it will come again
/// ```
///
/// Who waits holds neither a connection nor a place in its lane's gate.
@Singleton
final class Turns {

    private static final Duration FIRST_LOOK = Duration.ofMillis(25);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(1);
    private static final Duration SHORTEST_TIMER = Duration.ofMillis(1);

    /// Ends when the event is no longer at work here. Several deliveries of one event share it.
    private final Map<String, Work> atWork = new ConcurrentHashMap<>();

    private record Work(int deliveries, CompletableFuture<Void> end) {}

    /// Runs an event's work, and tells those that follow it when it has ended, well or badly.
    <T> Uni<T> take(String stage, String eventId, Supplier<Uni<T>> work) {
        var key = key(stage, eventId);
        return Uni.createFrom().deferred(() -> {
            atWork.merge(
                    key,
                    new Work(1, new CompletableFuture<>()),
                    (known, _) -> new Work(known.deliveries() + 1, known.end()));
            return Uni.createFrom().deferred(work::get).onTermination().invoke(() -> end(key));
        });
    }

    private void end(String key) {
        var ended = new CompletableFuture<?>[1];
        atWork.computeIfPresent(key, (_, known) -> {
            if (known.deliveries() > 1) {
                return new Work(known.deliveries() - 1, known.end());
            }
            ended[0] = known.end();
            return null;
        });
        if (ended[0] != null) {
            ended[0].complete(null);
        }
    }

    /// Attempts until the attempt is no longer out of turn, or the time is up.
    ///
    /// @param follows what must be decided first
    /// @param patience how long to go on
    /// @param waited   told of every wait, in nanoseconds, when it has ended
    <T> Uni<T> inTurn(
            String stage, Optional<String> follows, Duration patience, LongConsumer waited, Supplier<Uni<T>> attempt) {
        if (follows.isEmpty()) {
            return Uni.createFrom().deferred(attempt::get);
        }
        var ahead = key(stage, follows.get());
        return looking(new Wait(ahead, System.nanoTime() + patience.toNanos(), waited), attempt, FIRST_LOOK);
    }

    /// For what an event waits, until when at the latest, and who is told.
    private record Wait(String ahead, long deadline, LongConsumer waited) {

        boolean endsBefore(Duration pause) {
            return System.nanoTime() + pause.toNanos() > deadline;
        }

        long nanosLeft() {
            return Math.max(0, deadline - System.nanoTime());
        }
    }

    /// It may come in only now, so it is looked for before every attempt.
    private <T> Uni<T> looking(Wait wait, Supplier<Uni<T>> attempt, Duration pause) {
        return endOf(wait)
                .chain(attempt::get)
                .onFailure(OutOfTurnException.class)
                .recoverWithUni(out -> wait.endsBefore(pause)
                        ? Uni.createFrom().failure(out)
                        : pause(wait, pause).chain(() -> looking(wait, attempt, longer(pause))));
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_LOOK) > 0 ? LONGEST_LOOK : twice;
    }

    /// Completes when the event ahead is no longer at work here, or the time is up.
    private Uni<Void> endOf(Wait wait) {
        return Uni.createFrom().deferred(() -> {
            var work = atWork.get(wait.ahead());
            if (work == null) {
                return Uni.createFrom().voidItem();
            }
            return onThisContext(wait, answer -> {
                var ended = work.end().copy();
                after(wait.nanosLeft(), () -> ended.complete(null));
                ended.thenRun(answer);
            });
        });
    }

    private Uni<Void> pause(Wait wait, Duration pause) {
        return Uni.createFrom()
                .deferred(() -> atWork.containsKey(wait.ahead())
                        ? Uni.createFrom().voidItem()
                        : onThisContext(wait, answer -> after(pause.toNanos(), answer)));
    }

    private static void after(long nanos, Runnable task) {
        Infrastructure.getDefaultWorkerPool().schedule(task, delay(nanos), TimeUnit.NANOSECONDS);
    }

    /// Vert.x refuses a timer of less than a millisecond, which is what is left to who comes when the time is up.
    static long delay(long nanos) {
        return Math.max(SHORTEST_TIMER.toNanos(), nanos);
    }

    /// The database session lives on the caller's context, so what goes on after waiting goes on there.
    private static Uni<Void> onThisContext(Wait wait, Consumer<Runnable> begin) {
        return Uni.createFrom().emitter(emitter -> {
            var context = Vertx.currentContext();
            long began = System.nanoTime();
            begin.accept(() -> {
                wait.waited().accept(System.nanoTime() - began);
                if (context == null) {
                    emitter.complete(null);
                } else {
                    context.runOnContext(_ -> emitter.complete(null));
                }
            });
        });
    }

    private static String key(String stage, String eventId) {
        return stage + " " + eventId;
    }
}
