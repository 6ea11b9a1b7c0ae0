package io.alphapanda.engine.live;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Ends the sending of an order at a step as a killed process would, or holds it up there as a paused one would.
@Singleton
public final class TroubledDesk implements DeskProbe {

    /// What a killed process leaves behind: nothing that code could catch by mistake.
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;

        Killed(String where) {
            super(where, null, false, false);
        }
    }

    private final Map<String, Uni<Void>> troubles = new ConcurrentHashMap<>();
    private volatile Function<DeskStep, Uni<Void>> weather =
            _ -> Uni.createFrom().voidItem();

    /// The next time the order comes to the step, its sender dies.
    void dieAt(DeskStep step, String orderId) {
        troubles.put(step + orderId, Uni.createFrom().failure(() -> new Killed(step + " of " + orderId)));
    }

    /// The next time the order comes to the step, its sender sleeps there.
    void pauseAt(DeskStep step, String orderId, Duration pause) {
        troubles.put(
                step + orderId, Uni.createFrom().voidItem().onItem().delayIt().by(pause));
    }

    /// What happens at every step, for any order, from now on.
    public void weather(Function<DeskStep, Uni<Void>> at) {
        weather = at;
    }

    /// The end of a process.
    public static Uni<Void> death(DeskStep step) {
        return Uni.createFrom().failure(() -> new Killed(step.name()));
    }

    @Override
    public Uni<Void> reached(DeskStep step, String orderId) {
        var trouble = troubles.remove(step + orderId);
        return trouble == null ? weather.apply(step) : trouble;
    }
}
