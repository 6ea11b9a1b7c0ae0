package io.alphapanda.local.kite.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What can be quoted and, unless it is an index, traded.
///
/// @param token          `exchange_token * 256 + segment`; the low byte decides the ticker's layout and divisor
/// @param expiry         of a derivative
/// @param priceIncrement the step of a price; called tick_size on the wire
/// @param type           EQ, FUT, CE or PE
/// @param segment        `NSE`, `NFO-OPT`, `INDICES` ...
/// @param freezeQuantity the most one order may carry
/// @param previousClose  of the trading day before; circuit limits are taken from it
/// @param circuitPercent how far a price may be from the previous close
public record SimulatedInstrument(
        long token,
        String exchange,
        String tradingsymbol,
        String name,
        @Nullable LocalDate expiry,
        BigDecimal strike,
        BigDecimal priceIncrement,
        long lotSize,
        String type,
        String segment,
        long freezeQuantity,
        BigDecimal previousClose,
        BigDecimal circuitPercent) {
    public static final int SEGMENT_INDICES = 9;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public SimulatedInstrument {
        require(token > 0 && token <= 0xFFFF_FFFFL, "token", token, "must be 1 to 4294967295");
        require(priceIncrement.signum() > 0, "priceIncrement", priceIncrement, "must be positive");
        require(lotSize > 0, "lotSize", lotSize, "must be at least 1");
        require(freezeQuantity >= lotSize, "freezeQuantity", freezeQuantity, "must be at least the lot size");
        require(previousClose.signum() >= 0, "previousClose", previousClose, "must not be negative");
        require(circuitPercent.signum() > 0, "circuitPercent", circuitPercent, "must be positive");
    }

    /// A share in lots of one, 0.05 steps, circuit limits 20 % around `previousClose`.
    public static SimulatedInstrument equity(String exchange, String symbol, long token, String previousClose) {
        return new SimulatedInstrument(
                token,
                exchange,
                symbol,
                symbol,
                null,
                BigDecimal.ZERO,
                new BigDecimal("0.05"),
                1,
                "EQ",
                exchange,
                100_000,
                new BigDecimal(previousClose),
                BigDecimal.valueOf(20));
    }

    /// A derivative; `type` is FUT, CE or PE and `segment` for example `NFO-OPT`.
    public static SimulatedInstrument derivative(
            String exchange, String symbol, long token, String type, LocalDate expiry, String strike, long lotSize) {
        return new SimulatedInstrument(
                token,
                exchange,
                symbol,
                symbol,
                expiry,
                new BigDecimal(strike),
                new BigDecimal("0.05"),
                lotSize,
                type,
                exchange + ("FUT".equals(type) ? "-FUT" : "-OPT"),
                lotSize * 24,
                BigDecimal.ZERO,
                BigDecimal.valueOf(90));
    }

    /// An index: quoted, never traded.
    public static SimulatedInstrument index(String exchange, String symbol, long token, String previousClose) {
        return new SimulatedInstrument(
                token,
                exchange,
                symbol,
                symbol,
                null,
                BigDecimal.ZERO,
                new BigDecimal("0.05"),
                1,
                "EQ",
                "INDICES",
                1,
                new BigDecimal(previousClose),
                BigDecimal.valueOf(20));
    }

    public SimulatedInstrument withFreezeQuantity(long quantity) {
        return new SimulatedInstrument(
                token,
                exchange,
                tradingsymbol,
                name,
                expiry,
                strike,
                priceIncrement,
                lotSize,
                type,
                segment,
                quantity,
                previousClose,
                circuitPercent);
    }

    /// `EXCHANGE:SYMBOL`, the key of a quote.
    public String key() {
        return exchange + ":" + tradingsymbol;
    }

    public int segmentCode() {
        return (int) (token & 0xFF);
    }

    public boolean tradable() {
        return segmentCode() != SEGMENT_INDICES;
    }

    boolean option() {
        return "CE".equals(type) || "PE".equals(type);
    }

    boolean derivative() {
        return option() || "FUT".equals(type);
    }

    /// `reference` moved by that many percent, to the price step inside.
    BigDecimal circuit(BigDecimal reference, int direction) {
        BigDecimal move = reference.multiply(circuitPercent).divide(HUNDRED);
        return Prices.toStep(reference.add(move.multiply(BigDecimal.valueOf(direction))), priceIncrement);
    }

    private static void require(boolean condition, String field, Object value, String rule) {
        if (!condition) {
            throw new IllegalArgumentException("instrument %s %s but is %s".formatted(field, rule, value));
        }
    }
}
