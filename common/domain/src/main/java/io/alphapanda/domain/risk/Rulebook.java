package io.alphapanda.domain.risk;

import io.alphapanda.domain.charge.Charged;
import io.alphapanda.domain.charge.Execution;
import io.alphapanda.domain.control.TradingState;
import io.alphapanda.domain.instrument.Venue;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.signal.Signal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// The rules every signal must pass, in one list. The first denial names the reason; all verdicts are kept. A rule is
/// one small function; a fact it needs and does not get denies.
public final class Rulebook {

    /// One rule.
    @FunctionalInterface
    interface Rule {
        Verdict judge(Signal signal, RiskFacts facts, RiskLimits limits);
    }

    /// Of a price or an order's value: a hundred trillion. Slippage and fees on top still fit money's fifteen digits.
    private static final BigDecimal LARGEST_COMPUTED = new BigDecimal("100000000000000");

    private final List<Rule> rules = List.of(
            Rulebook::expiry,
            Rulebook::duplicate,
            Rulebook::tradingState,
            Rulebook::priceCollar,
            Rulebook::orderValue,
            Rulebook::dailyTrades,
            Rulebook::position,
            Rulebook::cash);

    private final RiskLimits limits;

    public Rulebook(RiskLimits limits) {
        this.limits = limits;
    }

    public RiskDecision judge(Signal signal, RiskFacts facts) {
        var verdicts =
                rules.stream().map(rule -> rule.judge(signal, facts, limits)).toList();
        var reserved = verdicts.stream().anyMatch(Verdict::isDenial)
                ? Money.ZERO
                : cost(signal, facts).orElseThrow();
        return new RiskDecision(verdicts, reserved);
    }

    private static Verdict expiry(Signal signal, RiskFacts facts, RiskLimits limits) {
        return Verdict.of(
                "expiry",
                !facts.asOf().isBefore(signal.expiresAt()),
                DenialCode.SIGNAL_EXPIRED,
                "asOf",
                facts.asOf(),
                "expiresAt",
                signal.expiresAt());
    }

    private static Verdict duplicate(Signal signal, RiskFacts facts, RiskLimits limits) {
        return facts.alreadyDecided()
                .map(decided -> Verdict.of("duplicate", decided, DenialCode.SIGNAL_DUPLICATE, "decided", decided))
                .orElseGet(() -> Verdict.missing("duplicate", DenialCode.SIGNAL_HISTORY_UNKNOWN, "alreadyDecided"));
    }

    private static Verdict tradingState(Signal signal, RiskFacts facts, RiskLimits limits) {
        return facts.tradingState()
                .map(state -> switch (state) {
                    case ACTIVE -> Verdict.of("trading-state", false, DenialCode.TRADING_STATE_UNKNOWN, "state", state);
                    case REDUCING -> reducing(signal, facts, state);
                    case HALTED -> Verdict.of("trading-state", true, DenialCode.TRADING_HALTED, "state", state);
                })
                .orElseGet(() -> Verdict.missing("trading-state", DenialCode.TRADING_STATE_UNKNOWN, "tradingState"));
    }

    /// An exit makes the position smaller even if everything pending on its side is filled before it.
    private static Verdict reducing(Signal signal, RiskFacts facts, TradingState state) {
        return facts.exposure()
                .map(exposure -> {
                    var opening = exposure.opening(signal.side(), signal.quantity());
                    return Verdict.of(
                            "trading-state",
                            !state.lets(opening.isZero()),
                            DenialCode.TRADING_REDUCING,
                            "state",
                            state,
                            "opening",
                            opening);
                })
                .orElseGet(() -> Verdict.of(
                        "trading-state", true, DenialCode.TRADING_REDUCING, "state", state, "missing", "exposure"));
    }

    private static Verdict priceCollar(Signal signal, RiskFacts facts, RiskLimits limits) {
        return Verdict.of(
                "price-collar",
                signal.referencePrice().isFartherThan(limits.priceCollar(), signal.price()),
                DenialCode.PRICE_OUTSIDE_COLLAR,
                "price",
                signal.price(),
                "referencePrice",
                signal.referencePrice(),
                "distanceBps",
                signal.referencePrice().distanceTo(signal.price()).abs(),
                "limitBps",
                limits.priceCollar());
    }

    private static Verdict orderValue(Signal signal, RiskFacts facts, RiskLimits limits) {
        var value = signal.price().value().multiply(signal.quantity().value());
        return Verdict.of(
                "order-value",
                value.compareTo(limits.maxOrderValue().amount()) > 0,
                DenialCode.ORDER_VALUE_EXCEEDED,
                "value",
                plain(value),
                "limit",
                limits.maxOrderValue());
    }

    private static Verdict dailyTrades(Signal signal, RiskFacts facts, RiskLimits limits) {
        return facts.tradesToday()
                .map(trades -> Verdict.of(
                        "daily-trades",
                        trades >= limits.maxDailyTrades(),
                        DenialCode.DAILY_TRADES_EXCEEDED,
                        "trades",
                        trades,
                        "limit",
                        limits.maxDailyTrades()))
                .orElseGet(() -> Verdict.missing("daily-trades", DenialCode.DAILY_TRADES_UNKNOWN, "tradesToday"));
    }

    private static Verdict position(Signal signal, RiskFacts facts, RiskLimits limits) {
        return facts.exposure()
                .map(exposure -> {
                    var worst = exposure.worstCase(signal.side(), signal.quantity());
                    return Verdict.of(
                            "position",
                            worst.compareTo(limits.maxPosition().value()) > 0,
                            DenialCode.POSITION_LIMIT_EXCEEDED,
                            "position",
                            exposure.position(),
                            "pendingBuys",
                            exposure.pendingBuys(),
                            "pendingSells",
                            exposure.pendingSells(),
                            "worstCase",
                            plain(worst),
                            "limit",
                            limits.maxPosition());
                })
                .orElseGet(() -> Verdict.missing("position", DenialCode.POSITION_UNKNOWN, "exposure"));
    }

    private static Verdict cash(Signal signal, RiskFacts facts, RiskLimits limits) {
        if (facts.venue().isEmpty()) {
            return Verdict.of("cash", true, DenialCode.INSTRUMENT_UNKNOWN, "instrument", signal.instrument());
        }
        if (facts.exposure().isEmpty()) {
            return Verdict.missing("cash", DenialCode.CASH_UNKNOWN, "exposure");
        }
        if (facts.buyingPower().isEmpty()) {
            return Verdict.missing("cash", DenialCode.CASH_UNKNOWN, "buyingPower");
        }
        var cost = cost(signal, facts);
        if (cost.isEmpty()) {
            return noCost(signal, facts, facts.venue().get());
        }
        var available = facts.buyingPower().get();
        // An order that only closes needs no buying power for its value; its fees are covered by what it frees.
        boolean opens = !facts.exposure()
                .get()
                .opening(signal.side(), signal.quantity())
                .isZero();
        return Verdict.of(
                "cash",
                opens && cost.get().compareTo(available) > 0,
                DenialCode.CASH_INSUFFICIENT,
                "needed",
                cost.get(),
                "available",
                available);
    }

    /// What the order may take at most: the value of the part that opens exposure, at the price it would get, and
    /// the fees on all of it. Empty where that can't be said: a fact is missing, the numbers are too large, or the
    /// account's charges have no rates.
    private static Optional<Money> cost(Signal signal, RiskFacts facts) {
        if (!isComputable(signal)) {
            return Optional.empty();
        }
        return facts.venue().flatMap(venue -> facts.exposure().flatMap(exposure -> {
            var opening = exposure.opening(signal.side(), signal.quantity());
            var value = executionPrice(signal, facts, venue).times(opening);
            return switch (charged(signal, facts, venue)) {
                case Charged.Known(var sheet) -> Optional.of(value.plus(sheet.total()));
                case Charged.Unknown _ -> Optional.empty();
            };
        }));
    }

    private static Verdict noCost(Signal signal, RiskFacts facts, Venue venue) {
        return isComputable(signal) && charged(signal, facts, venue) instanceof Charged.Unknown(var why)
                ? Verdict.of("cash", true, DenialCode.CASH_UNKNOWN, "missing", "charges", "why", why)
                : Verdict.missing("cash", DenialCode.CASH_UNKNOWN, "cost");
    }

    private static Charged charged(Signal signal, RiskFacts facts, Venue venue) {
        var price = executionPrice(signal, facts, venue);
        return facts.costs().charges().on(Execution.at(facts.asOf(), venue, signal.side(), price, signal.quantity()));
    }

    private static Price executionPrice(Signal signal, RiskFacts facts, Venue venue) {
        return facts.costs().executionPrice(signal.side(), signal.referencePrice(), venue);
    }

    private static boolean isComputable(Signal signal) {
        var price = signal.referencePrice().value();
        var value = price.multiply(signal.quantity().value());
        return price.max(value).compareTo(LARGEST_COMPUTED) <= 0;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
