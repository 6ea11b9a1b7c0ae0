package io.alphapanda.local.proof.memory;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.instrument.Venues;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.order.Fill;
import io.alphapanda.domain.order.Order;
import io.alphapanda.domain.paper.PaperTerms;
import io.alphapanda.domain.portfolio.Portfolio;
import io.alphapanda.domain.portfolio.Position;
import io.alphapanda.domain.risk.Exposure;
import io.alphapanda.domain.risk.Pending;
import io.alphapanda.domain.signal.LaneSignal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// One strategy's books in a lane: what is booked, what is filled and not booked yet, and what is approved and may
/// still be filled.
final class Desk {

    private final Map<String, Reservation> reservations = new LinkedHashMap<>();
    private final Map<LocalDate, Integer> approvals = new HashMap<>();
    private final Map<InstrumentId, String> lastApproval = new HashMap<>();
    private final Set<String> ideas = new HashSet<>();
    private final Holdings filled;
    private final Holdings booked;
    private final PaperTerms costs;

    /// Cash and positions after a number of fills.
    static final class Holdings {

        private Portfolio portfolio;
        private final Map<InstrumentId, Position> positions = new TreeMap<>();

        Holdings(Money cash) {
            portfolio = Portfolio.startingWith(cash);
        }

        void book(Order order, Fill fill) {
            var request = order.request();
            var booking = position(request.instrument())
                    .book(request.side(), fill.lastQuantity(), fill.lastPrice(), fill.fees());
            positions.put(request.instrument(), booking.position());
            portfolio = portfolio.book(booking, fill.fees());
        }

        Portfolio portfolio() {
            return portfolio;
        }

        Position position(InstrumentId instrument) {
            return positions.getOrDefault(instrument, Position.EMPTY);
        }

        Map<InstrumentId, Position> positions() {
            return positions;
        }
    }

    /// @param reserved what it may take of the cash, in full until its order has ended
    /// @param leaves   what may still be filled
    record Reservation(LaneSignal signal, Money reserved, Quantity leaves) {}

    Desk(Money cash, PaperTerms costs) {
        this.costs = costs;
        filled = new Holdings(cash);
        booked = new Holdings(cash);
    }

    boolean hasDecided(String idea) {
        return ideas.contains(idea);
    }

    void decided(String idea) {
        ideas.add(idea);
    }

    int approvals(LocalDate day) {
        return approvals.getOrDefault(day, 0);
    }

    /// @return the approval before it, of the same instrument
    Optional<String> approve(LaneSignal signal, Money reserved, LocalDate day) {
        approvals.merge(day, 1, Integer::sum);
        reservations.put(
                signal.id(), new Reservation(signal, reserved, signal.signal().quantity()));
        return Optional.ofNullable(lastApproval.put(signal.signal().instrument(), signal.id()));
    }

    void filled(Order order, Fill fill) {
        filled.book(order, fill);
        reservations.computeIfPresent(
                order.request().signalId(),
                (_, held) -> order.status().isFinal()
                        ? null
                        : new Reservation(held.signal(), held.reserved(), order.leavesQuantity()));
    }

    void ended(Order order) {
        reservations.remove(order.request().signalId());
    }

    void book(Order order, Fill fill) {
        booked.book(order, fill);
    }

    Holdings booked() {
        return booked;
    }

    Holdings filled() {
        return filled;
    }

    Exposure exposure(InstrumentId instrument) {
        return new Exposure(
                filled.position(instrument).quantity(), pending(instrument, Side.BUY), pending(instrument, Side.SELL));
    }

    private Quantity pending(InstrumentId instrument, Side side) {
        return reservations.values().stream()
                .filter(each -> each.signal().signal().instrument().equals(instrument))
                .filter(each -> each.signal().signal().side() == side)
                .map(Reservation::leaves)
                .reduce(Quantity.ZERO, Quantity::plus);
    }

    /// What approvals may still take.
    Money reserved() {
        var pending = new LinkedHashMap<String, Pending>();
        var instruments = new HashMap<String, InstrumentId>();
        reservations.values().forEach(each -> {
            var signal = each.signal().signal();
            var key = signal.instrument() + " " + signal.side();
            instruments.put(key, signal.instrument());
            pending.merge(
                    key,
                    new Pending(signal.side(), each.leaves(), each.reserved(), signal.referencePrice()),
                    Pending::and);
        });
        return pending.entrySet().stream()
                .map(each -> claim(instruments.get(each.getKey()), each.getValue()))
                .reduce(Money.ZERO, Money::plus);
    }

    private Money claim(InstrumentId instrument, Pending pending) {
        return pending.claim(
                filled.position(instrument).quantity(),
                costs,
                Venues.find(instrument).orElseThrow(),
                LocalDate.EPOCH);
    }

    /// Cash not spoken for, as risk counts it. May be below zero while an order that is filled in part still reserves
    /// all it might have taken.
    Money buyingPower() {
        return covered().minus(reserved());
    }

    /// Cash, less what short positions brought in and as much again.
    Money covered() {
        return filled.positions().values().stream()
                .filter(each -> each.quantity().signum() < 0)
                .map(each -> each.cost().plus(each.cost()))
                .reduce(filled.portfolio().cash(), Money::plus);
    }
}
