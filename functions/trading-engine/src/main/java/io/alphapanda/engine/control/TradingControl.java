package io.alphapanda.engine.control;

import io.alphapanda.domain.control.TradingState;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.StrategyId;
import io.alphapanda.engine.control.OpenOrders.Sending;
import io.alphapanda.engine.live.Alarms;
import io.alphapanda.engine.live.LiveBrokers;
import io.alphapanda.engine.live.TradingStates;
import io.alphapanda.engine.live.TradingStates.Said;
import io.alphapanda.stage.delivery.FreshContext;
import io.alphapanda.stage.trouble.Trouble;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// Halts, reduces and resumes.
///
/// ```
/// write the state ─commit─▶ from here on who executes is refused
/// lock, alone               everybody who was not refused has committed: SENDING, or filled on paper
/// wait for each SENDING     answered, or sendBy + the answer's time has passed: acknowledged
/// ```
@Singleton
public final class TradingControl {

    /// The longest a command waits to be acknowledged.
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Logger LOG = Logger.getLogger(TradingControl.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final TradingStates states;
    private final OpenOrders orders;
    private final Alarms alarms;
    private final LiveBrokers brokers;
    private final FreshContext fresh;
    private final InstantSource clock;

    TradingControl(
            TradingStates states,
            OpenOrders orders,
            Alarms alarms,
            LiveBrokers brokers,
            FreshContext fresh,
            InstantSource clock) {
        this.states = states;
        this.orders = orders;
        this.alarms = alarms;
        this.brokers = brokers;
        this.fresh = fresh;
        this.clock = clock;
    }

    /// What was on its way when a command was given.
    ///
    /// @param isKnown whether all of it is known
    /// @param sending may still reach the broker
    /// @param lapsed  was not answered and can't reach it any more
    private record Earlier(boolean isKnown, List<String> sending, List<String> lapsed) {

        static final Earlier NOTHING = new Earlier(true, List.of(), List.of());

        boolean isOver() {
            return isKnown && sending.isEmpty();
        }
    }

    /// How a lane stands.
    public Uni<Standing> standing(Broker broker) {
        return fresh.run(() -> Panache.withSession(() -> orders.sending(broker, TradingStates.WHOLE_LANE)
                .chain(sending -> standing(
                        broker,
                        TradingStates.WHOLE_LANE,
                        new Earlier(true, sending.stream().map(Sending::orderId).toList(), List.of())))));
    }

    /// Takes a command; the answer comes when it is acknowledged, or after [#PATIENCE].
    public Uni<Changed> change(TradingCommand command) {
        var until = clock.instant().plus(PATIENCE);
        var scope = command.strategy().map(StrategyId::value).orElse(TradingStates.WHOLE_LANE);
        return fresh.run(() -> Panache.withTransaction(() -> write(command, scope)))
                .chain(said -> earlier(command, scope, until).chain(earlier -> fresh.run(
                                () -> Panache.withSession(() -> standing(command.broker(), scope, earlier)))
                        .map(standing -> new Changed(earlier.isOver(), said, standing))));
    }

    private Uni<Said> write(TradingCommand command, String scope) {
        var resolved = command.resolveAlarms()
                ? alarms.resolve(command.broker()).replaceWithVoid()
                : Uni.createFrom().voidItem();
        return resolved.chain(
                () -> states.change(command.broker(), scope, command.state(), command.reason(), command.by()));
    }

    private Uni<Earlier> earlier(TradingCommand command, String scope, Instant until) {
        if (command.state() == TradingState.ACTIVE) {
            return Uni.createFrom().item(Earlier.NOTHING);
        }
        var broker = command.broker();
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
        return brokers.lane(broker).map(lane -> lane.broker().answersWithin()).orElse(Duration.ZERO);
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

    /// Within the caller's session.
    private Uni<Standing> standing(Broker broker, String scope, Earlier earlier) {
        return states.of(broker).chain(said -> orders.unknown(broker, scope).chain(unknown -> alarms.standing(broker)
                .map(raised -> new Standing(
                        said,
                        earlier.sending(),
                        Stream.concat(unknown.stream(), earlier.lapsed().stream())
                                .distinct()
                                .toList(),
                        raised))));
    }
}
