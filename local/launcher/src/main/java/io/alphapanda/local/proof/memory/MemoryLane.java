package io.alphapanda.local.proof.memory;

import io.alphapanda.domain.control.TradingState;
import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.event.OrderFilled;
import io.alphapanda.domain.event.SignalValidated;
import io.alphapanda.domain.instrument.Venue;
import io.alphapanda.domain.instrument.Venues;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.order.FailureCode;
import io.alphapanda.domain.order.Fill;
import io.alphapanda.domain.order.Order;
import io.alphapanda.domain.order.OrderRequest;
import io.alphapanda.domain.order.OrderStatus;
import io.alphapanda.domain.paper.PaperExecution;
import io.alphapanda.domain.paper.PaperTerms;
import io.alphapanda.domain.risk.RiskDecision;
import io.alphapanda.domain.risk.RiskFacts;
import io.alphapanda.domain.risk.RiskLimits;
import io.alphapanda.domain.risk.Rulebook;
import io.alphapanda.domain.signal.LaneSignal;
import io.alphapanda.domain.signal.StrategyId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A lane without processes and stores. Mail may be delivered as often and in whatever order one likes.
///
/// ```
/// Wished ──▶ risk ──▶ Approved ──▶ engine ──▶ Executed ──▶ books
///                                    └─ a market may execute the order later, piece by piece
/// ```
final class MemoryLane {

    /// @param atOnce whether orders are executed as a paper account does; otherwise they stay open for a market
    record Terms(RiskLimits limits, PaperTerms costs, Money cash, boolean atOnce) {}

    private final Terms terms;
    private final Guards guards;
    private final Witness witness;
    private final Rulebook rulebook;
    private final Map<String, List<Mail>> inbox = new HashMap<>();
    private final Map<StrategyId, Desk> desks = new TreeMap<>();
    private final Map<String, Open> open = new LinkedHashMap<>();
    private final Map<String, OrderFilled> lastFill = new HashMap<>();
    private long bookings;
    private TradingState state = TradingState.ACTIVE;

    /// An order that a market may execute.
    record Open(LaneSignal signal, Order order, int fills) {}

    MemoryLane(Terms terms, Guards guards, Witness witness) {
        this.terms = terms;
        this.guards = guards;
        this.witness = witness;
        this.rulebook = new Rulebook(terms.limits());
    }

    void trade(TradingState next) {
        state = next;
    }

    /// Whether it has decided this event.
    boolean knows(Mail mail) {
        return inbox.containsKey(mail.id());
    }

    /// Fills that are in the books.
    long bookings() {
        return bookings;
    }

    Map<StrategyId, Desk> desks() {
        return desks;
    }

    Desk desk(StrategyId strategy) {
        return desks.computeIfAbsent(strategy, _ -> new Desk(terms.cash(), terms.costs()));
    }

    /// In the order in which they were placed.
    List<Open> open() {
        return List.copyOf(open.values());
    }

    /// Delivers once.
    ///
    /// @return what it leads to, the same each time; empty if it is out of turn and must come again
    Optional<List<Mail>> deliver(Mail mail) {
        if (guards.inbox() && inbox.containsKey(mail.id())) {
            return Optional.of(inbox.get(mail.id()));
        }
        if (guards.turns()
                && mail.follows().filter(each -> !inbox.containsKey(each)).isPresent()) {
            return Optional.empty();
        }
        var outputs =
                switch (mail) {
                    case Mail.Wished wished -> judge(wished);
                    case Mail.Approved approved -> place(approved.approval().signal());
                    case Mail.Executed executed -> book(executed.filled());
                };
        inbox.put(mail.id(), outputs);
        return Optional.of(outputs);
    }

    private List<Mail> judge(Mail.Wished wished) {
        var signal = wished.signal().signal();
        var desk = desk(signal.strategy());
        var day = Venues.find(signal.instrument())
                .map(Venue::calendar)
                .orElseThrow()
                .tradingDay(signal.referenceTime());
        var decision = rulebook.judge(
                signal,
                new RiskFacts(
                        wished.asOf(),
                        Optional.of(desk.hasDecided(signal.id())),
                        Optional.of(state),
                        Optional.of(desk.approvals(day)),
                        Optional.of(desk.exposure(signal.instrument())),
                        Optional.of(desk.buyingPower()),
                        Venues.find(signal.instrument()),
                        terms.costs()));
        desk.decided(signal.id());
        if (!approves(decision)) {
            return List.of();
        }
        witness.approved(wished, state);
        var before = desk.approve(wished.signal(), decision.reserved(), day);
        return List.of(new Mail.Approved(
                new SignalValidated(wished.signal(), decision.verdicts(), before.map(Ids::validated))));
    }

    private boolean approves(RiskDecision decision) {
        return decision.verdicts().stream()
                .filter(each -> !each.rule().equals(guards.withoutRule()))
                .noneMatch(each -> each.isDenial());
    }

    private List<Mail> place(LaneSignal signal) {
        var order = Order.intended(OrderRequest.of(signal));
        if (!terms.atOnce()) {
            open.put(order.request().orderId(), new Open(signal, order.sending().submitted(), 0));
            return List.of();
        }
        var result =
                new PaperExecution(terms.costs()).execute(order, signal.signal().referenceTime());
        if (result.fill().isEmpty()) {
            desk(signal.signal().strategy()).ended(result.order());
            return List.of();
        }
        return List.of(executed(signal, result.order(), result.fill().get()));
    }

    /// A market executes a part of an open order, or all of it.
    Mail fill(Open each, Fill fill) {
        var order = each.order().filled(fill);
        if (order.status().isFinal()) {
            open.remove(order.request().orderId());
        } else {
            open.put(order.request().orderId(), new Open(each.signal(), order, each.fills() + 1));
        }
        return executed(each.signal(), order, fill);
    }

    /// An open order ends with what it has.
    void end(Open each, OrderStatus as, FailureCode why) {
        var order = each.order().failed(as, why);
        open.remove(order.request().orderId());
        desk(order.request().strategy()).ended(order);
        witness.ended(each.signal().signal(), order);
    }

    private Mail executed(LaneSignal signal, Order order, Fill fill) {
        desk(order.request().strategy()).filled(order, fill);
        witness.executed(signal.signal(), order, fill);
        var key = order.request().partitionKey();
        var before = Optional.ofNullable(lastFill.get(key));
        var filled = new OrderFilled(
                order, fill, before.map(each -> each.sequence() + 1).orElse(1L), before.map(each -> new Mail.Executed(
                                each)
                        .id()));
        lastFill.put(key, filled);
        return new Mail.Executed(filled);
    }

    private List<Mail> book(OrderFilled filled) {
        bookings++;
        desk(filled.order().request().strategy()).book(filled.order(), filled.fill());
        return List.of();
    }
}
