package io.alphapanda.local.kite.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a quote shows of one instrument at one moment. Depth is invented around the last price.
///
/// @param last         last traded price, zero before the first tick of all
/// @param lastTradeAt  null before the first tick
/// @param upperCircuit zero where no previous close is known: no limit then
public record MarketView(
        SimulatedInstrument instrument,
        BigDecimal last,
        long lastQuantity,
        @Nullable Instant lastTradeAt,
        BigDecimal average,
        long volume,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        BigDecimal lowerCircuit,
        BigDecimal upperCircuit,
        List<DepthLevel> bids,
        List<DepthLevel> asks) {
    public static final int DEPTH = 5;

    /// One row of the order depth.
    public record DepthLevel(BigDecimal price, long quantity, int orders) {
        static final DepthLevel EMPTY = new DepthLevel(BigDecimal.ZERO, 0, 0);
    }

    /// The last price, if there has been one.
    Optional<BigDecimal> lastPrice() {
        return lastTradeAt == null ? Optional.empty() : Optional.of(last);
    }

    public long totalBids() {
        return total(bids);
    }

    public long totalAsks() {
        return total(asks);
    }

    private static long total(List<DepthLevel> levels) {
        return levels.stream().mapToLong(DepthLevel::quantity).sum();
    }
}
