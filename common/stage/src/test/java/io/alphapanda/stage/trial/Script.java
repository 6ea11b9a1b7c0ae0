package io.alphapanda.stage.trial;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// What the trial stage is to do with a strategy's events, beside what it always does.
@Singleton
public final class Script {

    private final Map<String, CompletableFuture<Void>> held = new ConcurrentHashMap<>();
    private final Map<String, String> topics = new ConcurrentHashMap<>();

    /// The strategy's decisions do not end until the future does.
    public CompletableFuture<Void> hold(String strategy) {
        var until = new CompletableFuture<Void>();
        held.put(strategy, until);
        return until;
    }

    /// The strategy's validations are sent to this topic.
    public void sendTo(String strategy, String topic) {
        topics.put(strategy, topic);
    }

    Uni<Void> turn(String strategy) {
        var until = held.get(strategy);
        if (until == null) {
            return Uni.createFrom().voidItem();
        }
        var context = io.vertx.core.Vertx.currentContext();
        return Uni.createFrom()
                .emitter(emitter -> until.whenComplete((_, _) -> context.runOnContext(_ -> emitter.complete(null))));
    }

    String topic(String strategy, String usual) {
        return topics.getOrDefault(strategy, usual);
    }
}
