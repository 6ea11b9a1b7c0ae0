package io.alphapanda.api.stream;

import io.alphapanda.stage.delivery.FreshContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Looks again and again, never twice at once, while it is wanted.
final class Poll {

    private final Vertx vertx;
    private final FreshContext fresh;
    private final Duration every;
    private final Supplier<Uni<Void>> look;
    private final Consumer<Throwable> failed;
    private boolean wanted;
    private boolean looking;
    private long timer;

    /// @param every  from the end of a look to the next
    /// @param failed told of every look that failed; the next one comes all the same
    Poll(Vertx vertx, Duration every, Supplier<Uni<Void>> look, Consumer<Throwable> failed) {
        this.vertx = vertx;
        this.fresh = new FreshContext(vertx);
        this.every = every;
        this.look = look;
        this.failed = failed;
    }

    synchronized void start() {
        if (!wanted) {
            wanted = true;
            next();
        }
    }

    synchronized void stop() {
        wanted = false;
        vertx.cancelTimer(timer);
    }

    private synchronized void next() {
        if (wanted && !looking) {
            looking = true;
            fresh.run(look).subscribe().with(_ -> ended(), failure -> {
                failed.accept(failure);
                ended();
            });
        }
    }

    private synchronized void ended() {
        looking = false;
        if (wanted) {
            timer = vertx.setTimer(every.toMillis(), _ -> next());
        }
    }
}
