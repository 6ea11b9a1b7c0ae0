package io.alphapanda.stage.delivery;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/// Runs work on a Vert.x context of its own. Hibernate Reactive lives on the event loop and keeps its session in the
/// context, so work that starts elsewhere, and works that run side by side, each need one.
@Singleton
public final class FreshContext {

    private final Vertx vertx;

    public FreshContext(Vertx vertx) {
        this.vertx = vertx;
    }

    /// Starts the work when subscribed to. Nothing cancels it: a transaction that is abandoned half-way would keep its
    /// connection and its locks.
    public <T> Uni<T> run(Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> {
            var context = VertxContext.createNewDuplicatedContext(eventLoop());
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(
                    _ -> Uni.createFrom().deferred(work::get).subscribe().with(emitter::complete, emitter::fail));
        });
    }

    /// Called from a worker thread that belongs to a context, Vert.x would give that one.
    private Context eventLoop() {
        var here = vertx.getOrCreateContext();
        return here.isEventLoopContext() ? here : ((VertxInternal) vertx).createEventLoopContext();
    }
}
