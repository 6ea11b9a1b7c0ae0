package io.alphapanda.domain.placement;

import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.order.FailureCode;
import io.alphapanda.domain.order.Fill;
import io.alphapanda.domain.order.Order;
import io.alphapanda.domain.order.OrderStatus;
import io.alphapanda.domain.order.Transition;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// An order and what is known of it at its broker. Every step gives the placement after it; the caller writes that down
/// before it does what the step allows.
///
/// @param order         ours
/// @param tag           by which the broker's book knows it
/// @param sendBy        nothing is written to the broker after this; empty before the right to send was won
/// @param bookDay       the day whose book it is in, in the broker's time zone; present with `sendBy`
/// @param brokerOrderId theirs, once known
/// @param silence       successful look-ups since `sendBy` that did not find it
/// @param booked        ids of the trades that are fills already
/// @param cancelling    why its cancellation was asked for; empty if it was not
public record Placement(
        Order order,
        String tag,
        Optional<Instant> sendBy,
        Optional<LocalDate> bookDay,
        Optional<String> brokerOrderId,
        int silence,
        Set<String> booked,
        Optional<FailureCode> cancelling) {

    public Placement {
        booked = Set.copyOf(booked);
        if (sendBy.isPresent() != bookDay.isPresent()) {
            throw new IllegalArgumentException("order " + order.request().orderId() + ": sendBy " + sendBy
                    + " and bookDay " + bookDay + " go together");
        }
    }

    public static Placement intended(Order order, String tag) {
        return new Placement(
                order, tag, Optional.empty(), Optional.empty(), Optional.empty(), 0, Set.of(), Optional.empty());
    }

    /// What a step came to.
    ///
    /// @param after   to be written down
    /// @param transitions of the order, all of them, in their order
    /// @param alarms  for people; one whose cause lasts is raised at every look, and the caller tells it once
    public record Step(Placement after, List<Transition> transitions, Set<Alarm> alarms) {

        public Step {
            transitions = List.copyOf(transitions);
            alarms = Set.copyOf(alarms);
        }

        /// The fills that are new, in their order.
        public List<Fill> fills() {
            return transitions.stream().flatMap(each -> each.fill().stream()).toList();
        }

        /// Whether anything has to be written down.
        public boolean changes(Placement before) {
            return !after.equals(before);
        }
    }

    /// Wins the right to send it, until `now` + `within`. Once it is written down nobody else may.
    ///
    /// @param day of the broker's book it will be in
    /// @throws IllegalStateException if it was won before
    public Step send(Instant now, Duration within, LocalDate day) {
        var sending = order.sending();
        return new Step(
                new Placement(
                        sending,
                        tag,
                        Optional.of(now.plus(within)),
                        Optional.of(day),
                        Optional.empty(),
                        0,
                        booked,
                        cancelling),
                List.of(Transition.to(sending)),
                Set.of());
    }

    /// Its end is asked of the broker. Nothing has ended by that: the book will show it, with what was
    /// filled meanwhile.
    ///
    /// @param code it ends with, if the book shows it cancelled
    public Placement cancelling(FailureCode code) {
        return new Placement(order, tag, sendBy, bookDay, brokerOrderId, silence, booked, Optional.of(code));
    }

    /// Nothing has been sent, and nothing will be.
    ///
    /// @param as   how it ends: expired, failed or cancelled
    /// @throws IllegalStateException if the right to send it was won before
    public Step abandon(OrderStatus as, FailureCode code) {
        if (order.status() != OrderStatus.INTENDED) {
            throw new IllegalStateException("order " + order.request().orderId() + " is " + order.status()
                    + ": it may be at the broker and can't be abandoned");
        }
        return step(order.failed(as, code));
    }

    /// The broker's answer. It may come after a look-up has told more, or after the order was given up.
    public Step answered(Answer answer) {
        return switch (answer) {
            case Answer.Accepted(String id) -> accepted(id);
            case Answer.Refused(FailureCode code, String _) -> ended(OrderStatus.REJECTED, code);
            case Answer.NotSent(FailureCode code, String _) -> ended(OrderStatus.FAILED, code);
            case Answer.Unclear _ -> order.status() == OrderStatus.SENDING ? step(order.unknown()) : unchanged();
        };
    }

    /// Where the book has shown it already, the answer is the older news.
    private Step accepted(String id) {
        if (brokerOrderId.isPresent()) {
            return brokerOrderId.get().equals(id) ? unchanged() : alarmed(unchanged(), Alarm.DOUBLED);
        }
        var alarms = EnumSet.noneOf(Alarm.class);
        var path = new ArrayList<Transition>();
        var taken = taken(order, path, alarms, order.status().isFailure());
        return new Step(
                new Placement(taken, tag, sendBy, bookDay, Optional.of(id), silence, booked, cancelling), path, alarms);
    }

    private Step ended(OrderStatus as, FailureCode code) {
        return order.status() == OrderStatus.SENDING || order.status() == OrderStatus.UNKNOWN
                ? step(order.failed(as, code))
                : unchanged();
    }

    /// Whoever had the right to send it was not heard of again: it may have been sent.
    ///
    /// @param answers the longest a broker's answer is waited for
    public Step overdue(Instant now, Duration answers) {
        boolean late = order.status() == OrderStatus.SENDING
                && sendBy.filter(by -> now.isAfter(by.plus(answers))).isPresent();
        return late ? step(order.unknown()) : unchanged();
    }

    /// What a look for its tag says. Called for an order that is unknown, and for every other one whose state at the
    /// broker is to be read again.
    ///
    /// @param now      after the look-up
    /// @param listened for how long it has been looked for as an unknown one, by a clock that is never set
    /// @param charges  on a trade, in the account's currency
    public Step lookedUp(
            LookUp lookUp, Instant now, Duration listened, Settling settling, Function<BrokerTrade, Money> charges) {
        return switch (lookUp) {
            case LookUp.Unreadable _ -> unchanged();
            case LookUp.Read(LocalDate day, List<BrokerOrder> orders)
            when orders.isEmpty() -> notFound(day, now, listened, settling);
            case LookUp.Read(LocalDate _, List<BrokerOrder> orders) -> {
                var step = observed(orders.getFirst(), charges);
                yield orders.size() == 1 ? step : alarmed(step, Alarm.DOUBLED);
            }
        };
    }

    private Step notFound(LocalDate day, Instant now, Duration listened, Settling settling) {
        if (sendBy.isEmpty() || order.status().isFinal()) {
            return unchanged();
        }
        if (!bookDay.equals(Optional.of(day))) {
            return new Step(this, List.of(), EnumSet.of(Alarm.DAY_IS_OVER));
        }
        if (order.status() != OrderStatus.UNKNOWN || now.isBefore(sendBy.get())) {
            return unchanged();
        }
        var silent = new Placement(order, tag, sendBy, bookDay, brokerOrderId, silence + 1, booked, cancelling);
        if (!settling.isOver(sendBy.get(), silent.silence, now, listened)) {
            return new Step(silent, List.of(), Set.of());
        }
        return alarmed(
                silent.step(order.failed(OrderStatus.FAILED, FailureCode.PLACEMENT_NOT_FOUND)), Alarm.NEVER_ARRIVED);
    }

    /// What the broker's book shows of it, whoever said that it should be read: applied once, in whatever order and
    /// however often it is told. A trade beyond what was asked is executed all the same, so it is booked like every
    /// other one, whole and once, and people are told.
    ///
    /// @param charges on a trade, in the account's currency
    public Step observed(BrokerOrder seen, Function<BrokerTrade, Money> charges) {
        var alarms = EnumSet.noneOf(Alarm.class);
        var news = news(seen);
        var path = new ArrayList<Transition>();
        var filling = taken(order, path, alarms, !news.isEmpty() || isAlive(seen));
        var ids = new HashSet<>(booked);
        for (var trade : news) {
            ids.add(trade.tradeId());
            var fill = fill(trade, ids.size(), charges);
            if (trade.quantity().compareTo(filling.leavesQuantity()) > 0) {
                alarms.add(Alarm.OVERFILLED);
                filling = filling.overfilled(fill);
            } else {
                filling = filling.filled(fill);
            }
            path.add(new Transition(filling, Optional.of(fill), Optional.of(trade.tradeId())));
        }
        var concluded = concluded(filling, seen);
        if (!concluded.equals(filling)) {
            next(concluded, path);
        }
        var after = new Placement(
                concluded, tag, sendBy, bookDay, Optional.of(seen.brokerOrderId()), silence, ids, cancelling);
        return new Step(after, path, alarms);
    }

    /// A cancelled order's earlier states are no sign of life: what is read may be old.
    private boolean isAlive(BrokerOrder seen) {
        return order.status() != OrderStatus.CANCELLED
                && (seen.state() == BrokerOrder.State.WORKING || seen.state() == BrokerOrder.State.COMPLETE);
    }

    private Fill fill(BrokerTrade trade, int n, Function<BrokerTrade, Money> charges) {
        return new Fill(
                Ids.fill(order.request().orderId(), n),
                trade.quantity(),
                trade.price(),
                charges.apply(trade),
                trade.at());
    }

    /// The order as one the broker has.
    ///
    /// @param path  takes the transitions to it
    /// @param lives whether the broker shows more of it than its end
    private static Order taken(Order order, List<Transition> path, Set<Alarm> alarms, boolean lives) {
        return switch (order.status()) {
            case SENDING, UNKNOWN -> next(order.submitted(), path);
            case SUBMITTED, PARTIALLY_FILLED, FILLED -> order;
            case INTENDED -> {
                alarms.add(Alarm.STILL_ALIVE);
                yield next(next(order.sending(), path).submitted(), path);
            }
            case CANCELLED, REJECTED, EXPIRED, FAILED -> {
                if (!lives) {
                    yield order;
                }
                alarms.add(Alarm.STILL_ALIVE);
                yield next(order.reopened(), path);
            }
        };
    }

    private static Order next(Order order, List<Transition> path) {
        path.add(Transition.to(order));
        return order;
    }

    private List<BrokerTrade> news(BrokerOrder seen) {
        var known = new HashSet<>(booked);
        return seen.trades().stream()
                .sorted(Comparator.comparing(BrokerTrade::at).thenComparing(BrokerTrade::tradeId))
                .filter(trade -> known.add(trade.tradeId()))
                .toList();
    }

    /// A book that says an order has ended is believed once all its trades are there: a fill is never made up, and none
    /// is cut off. An order complete at less than was asked was cut short by hand.
    private Order concluded(Order order, BrokerOrder seen) {
        if (order.status().isFinal() || order.filledQuantity().compareTo(seen.filledQuantity()) < 0) {
            return order;
        }
        return switch (seen.state()) {
            case WORKING -> order;
            case COMPLETE -> seen.filledQuantity().isZero() ? order : cancelled(order);
            case CANCELLED -> cancelled(order);
            case REJECTED -> order.failed(OrderStatus.REJECTED, FailureCode.ORDER_REFUSED);
        };
    }

    /// Who asked for it first is not told by the book: where the house has asked, its reason counts.
    private Order cancelled(Order order) {
        return order.failed(OrderStatus.CANCELLED, cancelling.orElse(FailureCode.ORDER_CANCELLED));
    }

    private Placement with(Order changed) {
        return new Placement(changed, tag, sendBy, bookDay, brokerOrderId, silence, booked, cancelling);
    }

    private Step step(Order changed) {
        return new Step(with(changed), List.of(Transition.to(changed)), Set.of());
    }

    private Step unchanged() {
        return new Step(this, List.of(), Set.of());
    }

    private static Step alarmed(Step step, Alarm alarm) {
        var alarms = new HashSet<>(step.alarms());
        alarms.add(alarm);
        return new Step(step.after(), step.transitions(), alarms);
    }
}
