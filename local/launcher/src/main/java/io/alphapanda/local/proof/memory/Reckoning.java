package io.alphapanda.local.proof.memory;

import static java.math.BigDecimal.ZERO;

import io.alphapanda.domain.control.TradingState;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.order.Fill;
import io.alphapanda.domain.order.Order;
import io.alphapanda.domain.risk.RiskLimits;
import io.alphapanda.domain.signal.Signal;
import io.alphapanda.domain.signal.StrategyId;
import io.alphapanda.local.proof.Violation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Reckons with plain numbers what a lane has been told to do and may do, and compares. It shares no arithmetic with
/// the books: a fill changes the cash by its value, whatever it cost once.
final class Reckoning implements Witness {

    private static final BigDecimal TEN_THOUSAND = new BigDecimal("10000");

    private final RiskLimits limits;
    private final BigDecimal start;
    private final Set<String> ideas = new HashSet<>();
    private final Set<String> fills = new HashSet<>();
    private final Map<String, Integer> trades = new HashMap<>();
    private final Map<StrategyId, BigDecimal> cash = new HashMap<>();
    private final Map<String, BigDecimal> quantities = new HashMap<>();
    private final Map<String, BigDecimal> leaves = new HashMap<>();

    Reckoning(RiskLimits limits, BigDecimal start) {
        this.limits = limits;
        this.start = start;
    }

    @Override
    public void approved(Mail.Wished wished, TradingState state) {
        var signal = wished.signal().signal();
        require(ideas.add(signal.id()), "an idea was approved twice: " + signal.id());
        require(wished.asOf().isBefore(signal.expiresAt()), "approved after it had expired: " + signal.id());
        require(state != TradingState.HALTED, "approved while halted: " + signal.id());
        require(state == TradingState.ACTIVE || isExit(signal), "opened while reducing: " + signal.id());
        requireModest(signal);
        var day = signal.strategy() + " " + LocalDate.ofInstant(signal.referenceTime(), ZoneOffset.UTC);
        require(
                trades.merge(day, 1, Integer::sum) <= limits.maxDailyTrades(),
                "more than " + limits.maxDailyTrades() + " trades: " + day);
        leaves.merge(pending(signal), signal.quantity().value(), BigDecimal::add);
        requireWithinPosition(signal);
    }

    private void requireModest(Signal signal) {
        var value = signal.price().value().multiply(signal.quantity().value());
        require(value.compareTo(limits.maxOrderValue().amount()) <= 0, "an order worth " + value + ": " + signal.id());
        var reference = signal.referencePrice().value();
        var away = signal.price().value().subtract(reference).abs().multiply(TEN_THOUSAND);
        require(
                away.compareTo(limits.priceCollar().value().multiply(reference)) <= 0,
                "a price outside its collar: " + signal.id());
    }

    /// It and all that is pending on its side, filled before it, only make what is held smaller.
    private boolean isExit(Signal signal) {
        var held = held(signal);
        var pending = leaves.getOrDefault(pending(signal), ZERO);
        return held.negate().compareTo(pending.add(signal.quantity().value())) >= 0;
    }

    private void requireWithinPosition(Signal signal) {
        var worst = held(signal).add(leaves.getOrDefault(pending(signal), ZERO));
        require(
                worst.compareTo(limits.maxPosition().value()) <= 0,
                "a position of " + worst + " could come about: " + signal.id());
    }

    /// What is held in the signal's direction.
    private BigDecimal held(Signal signal) {
        var quantity = quantities.getOrDefault(place(signal.strategy(), signal.instrument()), ZERO);
        return signal.side() == Side.BUY ? quantity : quantity.negate();
    }

    @Override
    public void executed(Signal signal, Order order, Fill fill) {
        require(fills.add(fill.fillId()), "a fill was executed twice: " + fill.fillId());
        var quantity = fill.lastQuantity().value();
        var value = fill.lastPrice().value().multiply(quantity);
        var change = signal.side() == Side.BUY ? value.negate() : value;
        cash.merge(signal.strategy(), start.add(change).subtract(fill.fees().amount()), (had, _) -> had.add(change)
                .subtract(fill.fees().amount()));
        quantities.merge(
                place(signal.strategy(), signal.instrument()),
                signal.side() == Side.BUY ? quantity : quantity.negate(),
                BigDecimal::add);
        leaves.merge(pending(signal), quantity.negate(), BigDecimal::add);
        requireWithinPosition(signal);
    }

    @Override
    public void ended(Signal signal, Order order) {
        var left = order.request()
                .quantity()
                .value()
                .subtract(order.filledQuantity().value());
        leaves.merge(pending(signal), left.negate(), BigDecimal::add);
    }

    /// Compares a desk's books with what must be in them.
    void requireTrue(StrategyId strategy, Desk desk) {
        requireConserved(strategy, desk.filled());
        require(desk.reserved().signum() >= 0, strategy + " reserves " + desk.reserved());
        require(cash(strategy).signum() >= 0, strategy + " owes " + cash(strategy));
        require(desk.covered().signum() >= 0, strategy + " does not cover its shorts: " + desk.covered());
    }

    /// Of books that have been told everything.
    void requireConserved(StrategyId strategy, Desk.Holdings books) {
        var portfolio = books.portfolio();
        equal(strategy + " cash", portfolio.cash().amount(), cash(strategy));
        var cost = ZERO;
        for (var each : books.positions().entrySet()) {
            var position = each.getValue();
            cost = cost.add(position.cost().amount());
            var held = quantities.getOrDefault(place(strategy, each.getKey()), ZERO);
            equal(strategy + " " + each.getKey(), position.quantity().value(), held);
            require(
                    position.cost().signum() == position.quantity().signum(),
                    "a position of " + held + " costs " + position.cost());
        }
        equal(
                strategy + " cash and cost against start, profit and fees",
                portfolio.cash().amount().add(cost),
                start.add(portfolio.realizedPnl().amount())
                        .subtract(portfolio.fees().amount()));
    }

    private BigDecimal cash(StrategyId strategy) {
        return cash.getOrDefault(strategy, start);
    }

    private static String place(StrategyId strategy, InstrumentId instrument) {
        return strategy + " " + instrument;
    }

    private static String pending(Signal signal) {
        return place(signal.strategy(), signal.instrument()) + " " + signal.side();
    }

    private static void equal(String what, BigDecimal is, BigDecimal mustBe) {
        require(is.compareTo(mustBe) == 0, what + " is " + is + ", must be " + mustBe);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new Violation(otherwise);
        }
    }
}
