package io.alphapanda.domain.risk;

import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.signal.Signal;
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

    private static final List<Rule> RULES = List.of(
            Rulebook::expiry,
            Rulebook::duplicate,
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
                RULES.stream().map(rule -> rule.judge(signal, facts, limits)).toList();
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
                .orElseGet(() -> Verdict.of("duplicate", true, DenialCode.SIGNAL_HISTORY_UNKNOWN));
    }

    private static Verdict priceCollar(Signal signal, RiskFacts facts, RiskLimits limits) {
        var distance = signal.referencePrice().distanceTo(signal.price()).abs();
        return Verdict.of(
                "price-collar",
                distance.compareTo(limits.priceCollar()) > 0,
                DenialCode.PRICE_OUTSIDE_COLLAR,
                "price",
                signal.price(),
                "referencePrice",
                signal.referencePrice(),
                "distanceBps",
                distance,
                "limitBps",
                limits.priceCollar());
    }

    private static Verdict orderValue(Signal signal, RiskFacts facts, RiskLimits limits) {
        var value = signal.price().times(signal.quantity());
        return Verdict.of(
                "order-value",
                value.compareTo(limits.maxOrderValue()) > 0,
                DenialCode.ORDER_VALUE_EXCEEDED,
                "value",
                value,
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
                .orElseGet(() -> Verdict.of("daily-trades", true, DenialCode.DAILY_TRADES_UNKNOWN));
    }

    private static Verdict position(Signal signal, RiskFacts facts, RiskLimits limits) {
        return facts.exposure()
                .map(exposure -> {
                    var worst = exposure.worstCase(signal.side(), signal.quantity());
                    boolean over = worst.signum() > 0 && worst.magnitude().compareTo(limits.maxPosition()) > 0;
                    return Verdict.of(
                            "position",
                            over,
                            DenialCode.POSITION_LIMIT_EXCEEDED,
                            "position",
                            exposure.position(),
                            "pendingBuys",
                            exposure.pendingBuys(),
                            "pendingSells",
                            exposure.pendingSells(),
                            "limit",
                            limits.maxPosition());
                })
                .orElseGet(() -> Verdict.of("position", true, DenialCode.POSITION_UNKNOWN));
    }

    private static Verdict cash(Signal signal, RiskFacts facts, RiskLimits limits) {
        if (facts.venue().isEmpty()) {
            return Verdict.of("cash", true, DenialCode.INSTRUMENT_UNKNOWN, "instrument", signal.instrument());
        }
        var cost = cost(signal, facts);
        if (cost.isEmpty() || facts.buyingPower().isEmpty()) {
            return Verdict.of("cash", true, DenialCode.CASH_UNKNOWN);
        }
        var available = facts.buyingPower().get();
        // An order that only closes needs no buying power for its value; its fees are covered by what it frees.
        boolean opens = !facts.exposure()
                .orElseThrow()
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
    /// the fees on all of it.
    private static Optional<Money> cost(Signal signal, RiskFacts facts) {
        return facts.venue().flatMap(venue -> facts.exposure().map(exposure -> {
            var price = facts.costs().executionPrice(signal.side(), signal.referencePrice(), venue);
            var opening = exposure.opening(signal.side(), signal.quantity());
            return price.times(opening).plus(facts.costs().fees(price, signal.quantity()));
        }));
    }
}
