package io.alphapanda.engine.live;

import io.alphapanda.domain.control.TradingState;
import io.alphapanda.domain.order.Admission;
import io.alphapanda.domain.order.FailureCode;
import io.alphapanda.domain.order.OrderStatus;
import io.alphapanda.domain.placement.Answer;
import io.alphapanda.engine.book.Announcements;
import io.alphapanda.engine.budget.AccountBudget;
import io.alphapanda.engine.budget.Use;
import io.alphapanda.engine.budget.Verdict;
import io.alphapanda.engine.clock.SteadyTime;
import io.alphapanda.engine.live.LiveBrokers.Lane;
import io.alphapanda.engine.live.Placements.Held;
import io.alphapanda.stage.delivery.FreshContext;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Sends one live order.
///
/// ```
/// of an entry:      between which prices does the broker take orders now?
/// one transaction:  still INTENDED? may the lane trade? not expired, market open? price taken? budget left?
///                   ─▶ SENDING, sendBy        (or FAILED, EXPIRED; or not now)
/// the broker, once: written to it before sendBy, or not at all
/// one transaction:  what its answer says: SUBMITTED, REJECTED, FAILED, UNKNOWN
/// ```
///
/// A process that dies in between leaves it SENDING; it is looked up then, and never sent again.
@Singleton
final class Desk {

    private final Placements placements;
    private final Steps steps;
    private final TradingStates states;
    private final AccountBudget budget;
    private final Announcements announcements;
    private final LiveSettings settings;
    private final DeskProbe probe;
    private final FreshContext fresh;
    private final InstantSource clock;
    private final SteadyTime steady;

    Desk(
            Placements placements,
            Steps steps,
            TradingStates states,
            AccountBudget budget,
            Announcements announcements,
            LiveSettings settings,
            DeskProbe probe,
            FreshContext fresh,
            InstantSource clock,
            SteadyTime steady) {
        this.placements = placements;
        this.steps = steps;
        this.states = states;
        this.budget = budget;
        this.announcements = announcements;
        this.settings = settings;
        this.probe = probe;
        this.fresh = fresh;
        this.clock = clock;
        this.steady = steady;
    }

    /// What came of an attempt.
    sealed interface Sent {

        /// Somebody else has it, or had it.
        record Elsewhere() implements Sent {}

        /// The account has nothing left for it at this moment.
        record Later(Duration in) implements Sent {}

        /// It is sent, or has ended.
        ///
        /// @param isAtBroker whether the broker may have it
        record Done(boolean isAtBroker) implements Sent {}
    }

    /// What the first transaction decided.
    private sealed interface Decision {
        record None(Sent sent) implements Decision {}

        record Ended(Steps.Taken taken) implements Decision {}

        /// @param won when, by steady time
        record Go(Steps.Taken taken, long won) implements Decision {}
    }

    /// Why an order is not sent.
    ///
    /// @param words for people; may be empty
    private record Refusal(OrderStatus as, FailureCode code, String words) {}

    Uni<Sent> send(Lane lane, Placements.Next next) {
        return lane.broker()
                .ready()
                .chain(() -> limits(lane, next))
                .chain(limits -> fresh.run(() -> sendNow(lane, next.orderId(), limits)));
    }

    /// An exit ends exposure, whatever price it was decided at; nothing holds it up.
    private static Uni<Optional<PriceLimits>> limits(Lane lane, Placements.Next next) {
        return next.exits()
                ? Uni.createFrom().item(Optional.empty())
                : lane.broker().priceLimits(next.instrument(), next.price());
    }

    private Uni<Sent> sendNow(Lane lane, String orderId, Optional<PriceLimits> limits) {
        return Panache.withTransaction(() -> placements
                        .hold(orderId)
                        .chain(held -> decide(lane, held, limits))
                        .call(decision -> decision instanceof Decision.Go
                                ? probe.reached(DeskStep.BEFORE_SENDING_COMMITS, orderId)
                                : Uni.createFrom().voidItem()))
                .chain(decision -> switch (decision) {
                    case Decision.None(Sent sent) -> Uni.createFrom().item(sent);
                    case Decision.Ended(Steps.Taken taken) -> tell(lane, taken).replaceWith(new Sent.Done(false));
                    case Decision.Go(Steps.Taken taken, long won) ->
                        go(lane, taken, won).replaceWith(new Sent.Done(true));
                });
    }

    private Uni<Decision> decide(Lane lane, Optional<Held> found, Optional<PriceLimits> limits) {
        if (found.isEmpty() || found.get().placement().order().status() != OrderStatus.INTENDED) {
            return Uni.createFrom().item(new Decision.None(new Sent.Elsewhere()));
        }
        var held = found.get();
        return states.hold(held.placement().order().request()).chain(state -> refusal(lane, held, state, limits)
                .map(refusal -> end(lane, held, refusal))
                .orElseGet(() -> withinBudget(lane, held)));
    }

    private Optional<Refusal> refusal(Lane lane, Held held, TradingState state, Optional<PriceLimits> limits) {
        if (!state.lets(held.row().exits)) {
            var code = state == TradingState.HALTED ? FailureCode.TRADING_HALTED : FailureCode.TRADING_REDUCING;
            return Optional.of(new Refusal(OrderStatus.FAILED, code, ""));
        }
        var request = held.placement().order().request();
        return Admission.refusal(request, lane.account().clock().now(clock.instant(), request.referenceTime()))
                .map(refusal -> new Refusal(refusal.as(), refusal.code(), ""))
                .or(() -> limits.flatMap(each -> each.fault(request.instrument(), request.referencePrice()))
                        .map(words -> new Refusal(OrderStatus.FAILED, FailureCode.PRICE_OUTSIDE_LIMITS, words)));
    }

    private Uni<Decision> end(Lane lane, Held held, Refusal refusal) {
        var step = held.placement().abandon(refusal.as(), refusal.code());
        return steps.write(lane, held, step, refusal.words()).map(Decision.Ended::new);
    }

    private Uni<Decision> withinBudget(Lane lane, Held held) {
        var now = clock.instant();
        long won = steady.nanos();
        var use = held.row().exits ? Use.PLACE_EXIT : Use.PLACE_ENTRY;
        return budget.take(lane.name(), lane.broker().limits(), use, now).chain(verdict -> switch (verdict) {
            case Verdict.Exhausted exhausted ->
                Uni.createFrom().item(new Decision.None(new Sent.Later(exhausted.tryAgainIn())));
            case Verdict.Granted _ -> win(lane, held, now, won);
        });
    }

    private Uni<Decision> win(Lane lane, Held held, Instant now, long won) {
        var step =
                held.placement().send(now, settings.sendWithin(), lane.broker().bookDay(now));
        return steps.write(lane, held, step, "").map(taken -> new Decision.Go(taken, won));
    }

    /// The right to send it is won and durable. The events that say so are sent after the order: they must not make it
    /// late.
    private Uni<Void> go(Lane lane, Steps.Taken taken, long won) {
        var placement = taken.after();
        var orderId = placement.order().request().orderId();
        return probe.reached(DeskStep.BEFORE_THE_BROKER, orderId)
                .chain(() -> lane.broker()
                        .place(
                                placement.order().request(),
                                placement.tag(),
                                leaveBy(placement.sendBy().orElseThrow(), won)))
                .call(() -> probe.reached(DeskStep.AFTER_THE_BROKER, orderId))
                .chain(answer -> steps.take(lane, orderId, words(answer), each -> each.answered(answer)))
                .call(() -> probe.reached(DeskStep.AFTER_THE_ANSWER_COMMITS, orderId))
                .chain(() -> tell(lane, taken));
    }

    /// The last moment to send, by the clock of now: set back since the right was won, it would give the order as much
    /// longer, and everybody else has given it up by then.
    private Instant leaveBy(Instant sendBy, long won) {
        var latest = clock.instant().plus(settings.sendWithin().minus(steady.since(won)));
        return latest.isBefore(sendBy) ? latest : sendBy;
    }

    private Uni<Void> tell(Lane lane, Steps.Taken taken) {
        return announcements.send(lane.name(), taken.told());
    }

    private static String words(Answer answer) {
        return switch (answer) {
            case Answer.Accepted _ -> "";
            case Answer.Refused refused -> refused.words();
            case Answer.NotSent notSent -> notSent.words();
            case Answer.Unclear unclear -> unclear.words();
        };
    }
}
