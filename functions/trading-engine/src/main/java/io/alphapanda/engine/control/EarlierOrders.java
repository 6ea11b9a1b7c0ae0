package io.alphapanda.engine.control;

import io.alphapanda.domain.control.TradingState;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.engine.clock.SteadyTime;
import io.alphapanda.engine.control.OpenOrders.Sending;
import io.alphapanda.engine.live.LiveBrokers;
import io.alphapanda.engine.live.LiveSettings;
import io.alphapanda.engine.live.TradingStates;
import io.alphapanda.stage.delivery.FreshContext;
import io.alphapanda.stage.trouble.Trouble;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;

/// What was on its way when a trading state was written, and whether it still may arrive.
@Singleton
final class EarlierOrders {

    private static final Logger LOG = Logger.getLogger(EarlierOrders.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final TradingStates states;
    private final OpenOrders orders;
    private final LiveBrokers liveBrokers;
    private final FreshContext fresh;
    private final LiveSettings settings;
    private final InstantSource clock;
    private final SteadyTime steady;

    EarlierOrders(
            TradingStates states,
            OpenOrders orders,
            LiveBrokers liveBrokers,
            LiveSettings settings,
            FreshContext fresh,
            InstantSource clock,
            SteadyTime steady) {
        this.states = states;
        this.orders = orders;
        this.liveBrokers = liveBrokers;
        this.settings = settings;
        this.fresh = fresh;
        this.clock = clock;
        this.steady = steady;
    }

    /// What was on its way when a command was given.
    ///
    /// @param isKnown whether all of it is known
    /// @param sending may still reach the broker
    /// @param lapsed  was not answered and can't reach it any more
    record Earlier(boolean isKnown, List<String> sending, List<String> lapsed) {

        static final Earlier NOTHING = new Earlier(true, List.of(), List.of());

        boolean isOver() {
            return isKnown && sending.isEmpty();
        }
    }

    /// Waits until all of it has ended, or until that moment.
    ///
    /// @param until by steady time, as all waiting is: a clock that is set forward acknowledges nothing early
    /// @param scope whose; empty for the whole lane's
    /// @param state that was written; what lets everything pass has nothing to wait for
    Uni<Earlier> of(Broker broker, String scope, TradingState state, long until) {
        if (state == TradingState.ACTIVE) {
            return Uni.createFrom().item(Earlier.NOTHING);
        }
        return fresh.run(() -> Panache.withTransaction(
                        () -> states.alone(broker, left(until)).chain(() -> orders.sending(broker, scope))))
                .chain(sending -> ended(new Waiting(sending, answersWithin(broker), steady.nanos(), until)))
                .onFailure(failure -> Trouble.of(failure) == Trouble.TRANSIENT)
                .recoverWithUni(failure -> notEnded(broker, scope, failure));
    }

    private Duration left(long until) {
        return Duration.ofNanos(until - steady.nanos());
    }

    /// @param began by steady time; all of it was on its way then
    private record Waiting(List<Sending> sending, Duration answersWithin, long began, long until) {}

    /// Paper answers at once.
    private Duration answersWithin(Broker broker) {
        return liveBrokers
                .lane(broker)
                .map(lane -> lane.broker().answersWithin())
                .orElse(Duration.ZERO);
    }

    /// Looks at them until none may reach the broker any more.
    private Uni<Earlier> ended(Waiting waiting) {
        var ids = waiting.sending().stream().map(Sending::orderId).toList();
        return fresh.run(() -> Panache.withSession(() -> orders.stillSending(ids)))
                .chain(still -> {
                    var lapsed = waiting.sending().stream()
                            .filter(each -> hasLapsed(each, waiting))
                            .map(Sending::orderId)
                            .filter(still::contains)
                            .toList();
                    var open = still.stream().filter(id -> !lapsed.contains(id)).toList();
                    return open.isEmpty() || left(waiting.until()).isNegative()
                            ? Uni.createFrom().item(new Earlier(true, open, lapsed))
                            : Uni.createFrom()
                                    .voidItem()
                                    .onItem()
                                    .delayIt()
                                    .by(LOOK_EVERY)
                                    .chain(() -> ended(waiting));
                });
    }

    private boolean hasLapsed(Sending order, Waiting waiting) {
        var longest = settings.sendWithin().plus(waiting.answersWithin());
        return clock.instant().isAfter(order.sendBy().plus(waiting.answersWithin()))
                && steady.since(waiting.began()).compareTo(longest) > 0;
    }

    /// The state is written down and holds; what came before it is not known to have ended.
    private Uni<Earlier> notEnded(Broker broker, String scope, Throwable failure) {
        LOG.warnf("trading state changed, not acknowledged: broker=%s reason=%s", broker, failure.getMessage());
        return fresh.run(() -> Panache.withSession(() -> orders.sending(broker, scope)))
                .map(sending -> new Earlier(
                        false, sending.stream().map(Sending::orderId).toList(), List.of()));
    }
}
