package io.alphapanda.engine.control;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.StrategyId;
import io.alphapanda.engine.book.Announcements;
import io.alphapanda.engine.clock.SteadyTime;
import io.alphapanda.engine.control.Changed.OfLane;
import io.alphapanda.engine.control.EarlierOrders.Earlier;
import io.alphapanda.engine.control.OpenOrders.Sending;
import io.alphapanda.engine.live.Alarms;
import io.alphapanda.engine.live.Cancellations;
import io.alphapanda.engine.live.HaltedEntries;
import io.alphapanda.engine.live.TradingStates;
import io.alphapanda.engine.live.TradingStates.Change;
import io.alphapanda.engine.live.TradingStates.Said;
import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.broker.Brokers;
import io.alphapanda.stage.delivery.FreshContext;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// Halts, reduces and resumes.
///
/// ```
/// write the state ─commit─▶ from here on who executes is refused
/// write what it ends        working entries are cancelled, see HaltedEntries; nobody waits for that
/// lock, alone               everybody who was not refused has committed: SENDING, or filled on paper
/// wait for each SENDING     answered, or sendBy + the answer's time has passed: acknowledged
/// ```
@Singleton
public final class TradingControl {

    /// The longest a command waits to be acknowledged.
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Logger LOG = Logger.getLogger(TradingControl.class);

    /// The longest an answer waits to name what is cancelled; the follow-up finds it anyway.
    private static final Duration INTEND_WITHIN = Duration.ofSeconds(2);

    private final TradingStates states;
    private final EarlierOrders earlierOrders;
    private final OpenOrders orders;
    private final Cancellations cancellations;
    private final HaltedEntries halted;
    private final Announcements announcements;
    private final Alarms alarms;
    private final Brokers brokers;
    private final FreshContext fresh;
    private final SteadyTime steady;

    TradingControl(
            TradingStates states,
            EarlierOrders earlierOrders,
            OpenOrders orders,
            Cancellations cancellations,
            HaltedEntries halted,
            Announcements announcements,
            Alarms alarms,
            Brokers brokers,
            FreshContext fresh,
            SteadyTime steady) {
        this.states = states;
        this.earlierOrders = earlierOrders;
        this.orders = orders;
        this.cancellations = cancellations;
        this.halted = halted;
        this.announcements = announcements;
        this.alarms = alarms;
        this.brokers = brokers;
        this.fresh = fresh;
        this.steady = steady;
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
        long until = steady.nanos() + PATIENCE.toNanos();
        var lanes = lanes(command);
        return fresh.run(() -> Panache.withTransaction(() -> write(command, lanes)))
                .invoke(this::tell)
                .chain(change -> Uni.join()
                        .all(lanes.stream()
                                .map(lane -> of(lane, command, until))
                                .toList())
                        .andFailFast()
                        .map(each -> new Changed(change.said(), each)));
    }

    private List<Broker> lanes(TradingCommand command) {
        return command.scope().broker().map(List::of).orElseGet(() -> brokers.all().stream()
                .map(BrokerAccount::broker)
                .toList());
    }

    private Uni<Change> write(TradingCommand command, List<Broker> lanes) {
        var written = Uni.createFrom().voidItem();
        if (command.resolveAlarms()) {
            written = alarms.resolve(lanes.getFirst()).replaceWithVoid();
        }
        return written.chain(() -> states.change(command.scope(), command.state(), command.reason(), command.by()))
                .chain(change -> announcements
                        .behindEarlier(change.told())
                        .map(rows -> new Change(change.said(), change.lane(), rows)));
    }

    /// Not with the state: a halt must not fail, or wait, because of what it ends.
    private Uni<Void> intend(Broker lane) {
        return fresh.run(() -> Panache.withTransaction(() -> cancellations.intend(lane)))
                .ifNoItem()
                .after(INTEND_WITHIN)
                .fail()
                .invoke(() -> halted.look(lane))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("halted entries not written down yet: broker=%s reason=%s", lane, failure.getMessage());
                    return 0;
                })
                .replaceWithVoid();
    }

    /// It holds whether anybody hears of it or not: nobody waits for Kafka, and what can't be sent the sweeper sends.
    private void tell(Change change) {
        fresh.run(() -> announcements.send(change.lane(), change.told()))
                .subscribe()
                .with(
                        _ -> {},
                        failure -> LOG.warnf(
                                "trading state not told yet, it will be: scope=%s reason=%s",
                                change.said().scope().name(), failure.getMessage()));
    }

    private Uni<OfLane> of(Broker lane, TradingCommand command, long until) {
        var strategy = command.scope().strategy().map(StrategyId::value).orElse(TradingStates.WHOLE_LANE);
        return intend(lane)
                .chain(() -> earlierOrders.of(lane, strategy, command.state(), until))
                .chain(earlier -> fresh.run(() -> Panache.withSession(() -> standing(lane, strategy, earlier)))
                        .map(standing -> new OfLane(lane, earlier.isOver(), standing)));
    }

    /// Within the caller's session.
    private Uni<Standing> standing(Broker broker, String scope, Earlier earlier) {
        return states.of(broker).chain(said -> orders.unknown(broker, scope)
                .chain(unknown -> cancellations.open(broker, scope).chain(cancelling -> alarms.standing(broker)
                        .map(raised -> new Standing(
                                said,
                                earlier.sending(),
                                Stream.concat(unknown.stream(), earlier.lapsed().stream())
                                        .distinct()
                                        .toList(),
                                cancelling,
                                raised)))));
    }

    /// What was said of every lane.
    public Uni<List<Said>> ofEveryLane() {
        return fresh.run(() -> Panache.withSession(states::ofEveryLane));
    }
}
