package io.alphapanda.engine.control;

import io.alphapanda.domain.control.TradingState;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.engine.control.OpenOrders.Sending;
import io.alphapanda.engine.live.LiveBrokers;
import io.alphapanda.engine.live.TradingStates;
import io.alphapanda.stage.delivery.FreshContext;
import io.alphapanda.stage.trouble.Trouble;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
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
    private final InstantSource clock;

    EarlierOrders(
            TradingStates states, OpenOrders orders, LiveBrokers liveBrokers, FreshContext fresh, InstantSource clock) {
        this.states = states;
        this.orders = orders;
        this.liveBrokers = liveBrokers;
        this.fresh = fresh;
        this.clock = clock;
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
    /// @param scope whose; empty for the whole lane's
    /// @param state that was written; what lets everything pass has nothing to wait for
    Uni<Earlier> of(Broker broker, String scope, TradingState state, Instant until) {
        if (state == TradingState.ACTIVE) {
            return Uni.createFrom().item(Earlier.NOTHING);
        }
        return fresh.run(() -> Panache.withTransaction(
                        () -> states.alone(broker, left(until)).chain(() -> orders.sending(broker, scope))))
                .chain(sending -> ended(sending, answersWithin(broker), until))
                .onFailure(failure -> Trouble.of(failure) == Trouble.TRANSIENT)
                .recoverWithUni(failure -> notEnded(broker, scope, failure));
    }

    private Duration left(Instant until) {
        return Duration.between(clock.instant(), until);
    }

    /// Paper answers at once.
    private Duration answersWithin(Broker broker) {
        return liveBrokers
                .lane(broker)
                .map(lane -> lane.broker().answersWithin())
                .orElse(Duration.ZERO);
    }

    /// Looks at them until none may reach the broker any more.
    private Uni<Earlier> ended(List<Sending> sending, Duration answersWithin, Instant until) {
        var ids = sending.stream().map(Sending::orderId).toList();
        return fresh.run(() -> Panache.withSession(() -> orders.stillSending(ids)))
                .chain(still -> {
                    var now = clock.instant();
                    var lapsed = sending.stream()
                            .filter(each -> now.isAfter(each.sendBy().plus(answersWithin)))
                            .map(Sending::orderId)
                            .filter(still::contains)
                            .toList();
                    var open = still.stream().filter(id -> !lapsed.contains(id)).toList();
                    return open.isEmpty() || now.isAfter(until)
                            ? Uni.createFrom().item(new Earlier(true, open, lapsed))
                            : Uni.createFrom()
                                    .voidItem()
                                    .onItem()
                                    .delayIt()
                                    .by(LOOK_EVERY)
                                    .chain(() -> ended(sending, answersWithin, until));
                });
    }

    /// The state is written down and holds; what came before it is not known to have ended.
    private Uni<Earlier> notEnded(Broker broker, String scope, Throwable failure) {
        LOG.warnf("trading state changed, not acknowledged: broker=%s reason=%s", broker, failure.getMessage());
        return fresh.run(() -> Panache.withSession(() -> orders.sending(broker, scope)))
                .map(sending -> new Earlier(
                        false, sending.stream().map(Sending::orderId).toList(), List.of()));
    }
}
