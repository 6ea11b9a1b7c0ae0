package io.alphapanda.engine.live;

import io.alphapanda.domain.placement.CancelAnswer;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.engine.budget.AccountBudget;
import io.alphapanda.engine.budget.Use;
import io.alphapanda.engine.budget.Verdict;
import io.alphapanda.engine.live.Cancellations.Due;
import io.alphapanda.engine.live.LiveBrokers.Lane;
import io.alphapanda.stage.broker.Brokers;
import io.alphapanda.stage.delivery.FreshContext;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/// Ends the working entries of whoever is halted: when told and once a second anyway, each lane by itself.
///
/// ```
/// halted, and an entry works ─▶ cancellation written down ─commit─▶ attempt, budget ─commit─▶ the broker is asked
///                                      ▲                                                        │
///                                      └──── 2 s, 4 s … 60 s, until the order has ended ◀───────┘
/// ```
///
/// What the broker answers ends nothing; its book does, with what was filled meanwhile. So whoever dies anywhere, or
/// asks twice, leaves it to be asked again.
@ApplicationScoped
public class HaltedEntries {

    /// A halted entry still works after it was asked for so often, half a minute.
    static final String NOT_HEEDED = "CANCELLATION_NOT_HEEDED";

    private static final Logger LOG = Logger.getLogger(HaltedEntries.class);
    private static final int ALARM_AT = 5;
    private static final int MOST_AT_ONCE = 100;
    private static final int SIDE_BY_SIDE = 4;

    private final Brokers brokers;
    private final LiveBrokers liveBrokers;
    private final LiveLanes lanes;
    private final Cancellations cancellations;
    private final AccountBudget budget;
    private final Alarms alarms;
    private final DeskProbe probe;
    private final FreshContext fresh;
    private final InstantSource clock;
    private final Set<Broker> looking = ConcurrentHashMap.newKeySet();

    HaltedEntries(
            Brokers brokers,
            LiveBrokers liveBrokers,
            LiveLanes lanes,
            Cancellations cancellations,
            AccountBudget budget,
            Alarms alarms,
            DeskProbe probe,
            FreshContext fresh,
            InstantSource clock) {
        this.brokers = brokers;
        this.liveBrokers = liveBrokers;
        this.lanes = lanes;
        this.cancellations = cancellations;
        this.budget = budget;
        this.alarms = alarms;
        this.probe = probe;
        this.fresh = fresh;
        this.clock = clock;
    }

    @Scheduled(every = "1s")
    void look() {
        brokers.all().forEach(each -> look(each.broker()));
    }

    /// A lane may be halted now. Returns at once.
    public void look(Broker broker) {
        if (looking.add(broker)) {
            fresh.run(() -> lookAt(broker))
                    .onTermination()
                    .invoke(() -> looking.remove(broker))
                    .subscribe()
                    .with(
                            _ -> {},
                            failure -> LOG.warnf(
                                    "halted entries could not be looked at, they will be again: broker=%s reason=%s",
                                    broker, failure.getMessage()));
        }
    }

    private Uni<Void> lookAt(Broker broker) {
        return Panache.withTransaction(() -> cancellations.intend(broker))
                .chain(() -> liveBrokers.lane(broker).map(this::cancelAll).orElseGet(() -> Uni.createFrom()
                        .voidItem()));
    }

    private Uni<Void> cancelAll(Lane lane) {
        var now = clock.instant();
        var day = lane.broker().bookDay(now);
        return fresh.run(() -> Panache.withSession(() -> cancellations.due(lane.name(), day, now, MOST_AT_ONCE)))
                .chain(all -> Multi.createFrom()
                        .iterable(all)
                        .onItem()
                        .transformToUni(due -> cancel(lane, due).onFailure().recoverWithItem(failure -> {
                            LOG.warnf(
                                    "cancellation not asked for, it will be: broker=%s orderId=%s reason=%s",
                                    lane.name(), due.orderId(), failure.getMessage());
                            return false;
                        }))
                        .merge(SIDE_BY_SIDE)
                        .collect()
                        .asList())
                .invoke(asked -> {
                    if (asked.contains(true)) {
                        lanes.readAgain(lane.name());
                    }
                })
                .replaceWithVoid();
    }

    /// @return whether the broker was asked
    private Uni<Boolean> cancel(Lane lane, Due due) {
        return fresh.run(() -> Panache.withTransaction(() -> take(lane, due)))
                .chain(mine -> mine ? ask(lane, due) : Uni.createFrom().item(false));
    }

    /// The attempt, and a place in the account's budget for it.
    private Uni<Boolean> take(Lane lane, Due due) {
        var now = clock.instant();
        return cancellations
                .attempt(due.orderId(), now)
                .chain(attempt -> attempt.isEmpty()
                        ? Uni.createFrom().item(false)
                        : budget.take(lane.name(), lane.broker().limits(), Use.CANCEL, now)
                                .chain(verdict -> switch (verdict) {
                                    case Verdict.Exhausted exhausted ->
                                        cancellations
                                                .later(due.orderId(), now.plus(exhausted.tryAgainIn()))
                                                .replaceWith(false);
                                    case Verdict.Granted _ ->
                                        told(lane, due, attempt.get()).replaceWith(true);
                                }));
    }

    private Uni<Void> told(Lane lane, Due due, int attempt) {
        return attempt < ALARM_AT
                ? Uni.createFrom().voidItem()
                : alarms.raise(
                        lane.name(),
                        NOT_HEEDED,
                        due.orderId(),
                        "An entry of a halted lane works on though its cancellation was asked for again and again.",
                        false);
    }

    private Uni<Boolean> ask(Lane lane, Due due) {
        return probe.reached(DeskStep.BEFORE_THE_CANCELLATION, due.orderId())
                .chain(() -> lane.broker().cancel(due.brokerOrderId()))
                .call(() -> probe.reached(DeskStep.AFTER_THE_CANCELLATION, due.orderId()))
                .invoke(answer -> LOG.infof(
                        "cancellation asked for: broker=%s orderId=%s answer=%s", lane.name(), due.orderId(), answer))
                .chain(answer -> fresh.run(
                        () -> Panache.withTransaction(() -> cancellations.answered(due.orderId(), words(answer)))))
                .replaceWith(true);
    }

    private static String words(CancelAnswer answer) {
        return switch (answer) {
            case CancelAnswer.Taken() -> "";
            case CancelAnswer.Refused(String words) -> words;
            case CancelAnswer.NotSent(String words) -> words;
            case CancelAnswer.Unclear(String words) -> words;
        };
    }
}
