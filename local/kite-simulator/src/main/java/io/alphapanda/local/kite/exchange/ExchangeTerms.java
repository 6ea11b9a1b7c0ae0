package io.alphapanda.local.kite.exchange;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;

/// How the simulated broker behaves when nothing goes wrong. What the real one leaves undocumented is a switch here.
///
/// @param acceptLatency    from the request to OPEN
/// @param matchLatency     from OPEN to the first fill of an order that is marketable at once
/// @param changeLatency    from a modification or cancellation to its effect; the order goes on trading meanwhile
/// @param dayRoll          when the book of the day is emptied, Indian time
/// @param protectionNeeded market orders without market protection are refused, as since 2026-04-01
/// @param modifiedQuantity what the quantity of a modification counts after a partial fill; undocumented
/// @param intradayMargin   share of an intraday order's value that is blocked
/// @param derivativeMargin the same of futures and of options sold
public record ExchangeTerms(
        TradingHours hours,
        Duration acceptLatency,
        Duration matchLatency,
        Duration changeLatency,
        LocalTime dayRoll,
        boolean protectionNeeded,
        ModifiedQuantity modifiedQuantity,
        BigDecimal intradayMargin,
        BigDecimal derivativeMargin) {
    /// What the quantity in a modification means.
    public enum ModifiedQuantity {
        TOTAL,
        REMAINING
    }

    public ExchangeTerms {
        require(!acceptLatency.isNegative(), "acceptLatency", acceptLatency);
        require(!matchLatency.isNegative(), "matchLatency", matchLatency);
        require(!changeLatency.isNegative(), "changeLatency", changeLatency);
        require(intradayMargin.signum() >= 0, "intradayMargin", intradayMargin);
        require(derivativeMargin.signum() >= 0, "derivativeMargin", derivativeMargin);
    }

    /// Always open, a few milliseconds from step to step.
    public static ExchangeTerms defaults() {
        Duration latency = Duration.ofMillis(5);
        return new ExchangeTerms(
                TradingHours.alwaysOpen(),
                latency,
                latency,
                latency,
                LocalTime.of(3, 30),
                true,
                ModifiedQuantity.TOTAL,
                new BigDecimal("0.2"),
                new BigDecimal("0.15"));
    }

    public ExchangeTerms withHours(TradingHours other) {
        return new ExchangeTerms(
                other,
                acceptLatency,
                matchLatency,
                changeLatency,
                dayRoll,
                protectionNeeded,
                modifiedQuantity,
                intradayMargin,
                derivativeMargin);
    }

    public ExchangeTerms withLatency(Duration accept, Duration match, Duration change) {
        return new ExchangeTerms(
                hours,
                accept,
                match,
                change,
                dayRoll,
                protectionNeeded,
                modifiedQuantity,
                intradayMargin,
                derivativeMargin);
    }

    public ExchangeTerms withDayRoll(LocalTime time) {
        return new ExchangeTerms(
                hours,
                acceptLatency,
                matchLatency,
                changeLatency,
                time,
                protectionNeeded,
                modifiedQuantity,
                intradayMargin,
                derivativeMargin);
    }

    public ExchangeTerms withProtectionNeeded(boolean needed) {
        return new ExchangeTerms(
                hours,
                acceptLatency,
                matchLatency,
                changeLatency,
                dayRoll,
                needed,
                modifiedQuantity,
                intradayMargin,
                derivativeMargin);
    }

    public ExchangeTerms withModifiedQuantity(ModifiedQuantity meaning) {
        return new ExchangeTerms(
                hours,
                acceptLatency,
                matchLatency,
                changeLatency,
                dayRoll,
                protectionNeeded,
                meaning,
                intradayMargin,
                derivativeMargin);
    }

    private static void require(boolean condition, String field, Object value) {
        if (!condition) {
            throw new IllegalArgumentException("term %s must not be negative but is %s".formatted(field, value));
        }
    }
}
