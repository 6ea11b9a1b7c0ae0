package io.alphapanda.local.kite.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// One instrument's day as its ticks tell it, and what is left to trade of the last tick.
final class InstrumentMarket {
    private final SimulatedInstrument instrument;
    private BigDecimal close;
    private BigDecimal last = BigDecimal.ZERO;
    private BigDecimal open = BigDecimal.ZERO;
    private BigDecimal high = BigDecimal.ZERO;
    private BigDecimal low = BigDecimal.ZERO;
    private BigDecimal turnover = BigDecimal.ZERO;
    private long volume;
    private long lastQuantity;
    private long liquidity;
    private @Nullable Instant lastTradeAt;

    InstrumentMarket(SimulatedInstrument instrument) {
        this.instrument = instrument;
        this.close = instrument.previousClose();
        if (close.signum() > 0) {
            last = close;
        }
    }

    SimulatedInstrument instrument() {
        return instrument;
    }

    void tick(BigDecimal price, long quantity, Instant at) {
        open = open.signum() == 0 ? price : open;
        high = high.max(price);
        low = low.signum() == 0 ? price : low.min(price);
        last = price;
        lastTradeAt = at;
        liquidity = quantity;
        if (quantity != SimulatedExchange.ANY_QUANTITY) {
            lastQuantity = quantity;
            volume += quantity;
            turnover = turnover.add(Prices.value(price, quantity));
        }
    }

    /// How much of the last tick's quantity nobody has taken yet.
    long liquidity() {
        return liquidity;
    }

    void take(long quantity) {
        if (liquidity != SimulatedExchange.ANY_QUANTITY) {
            liquidity -= quantity;
        }
    }

    /// A new trading day: the last price is the previous close now.
    void roll() {
        close = last;
        open = high = low = turnover = BigDecimal.ZERO;
        volume = lastQuantity = liquidity = 0;
    }

    MarketView view() {
        BigDecimal average = volume == 0 ? last : Prices.average(turnover, volume);
        boolean limited = close.signum() > 0;
        return new MarketView(
                instrument,
                last,
                lastQuantity,
                lastTradeAt,
                average,
                volume,
                open,
                high,
                low,
                close,
                limited ? instrument.circuit(close, -1) : BigDecimal.ZERO,
                limited ? instrument.circuit(close, 1) : BigDecimal.ZERO,
                depth(-1),
                depth(1));
    }

    private List<MarketView.DepthLevel> depth(int direction) {
        if (lastTradeAt == null || !instrument.tradable()) {
            return Collections.nCopies(MarketView.DEPTH, MarketView.DepthLevel.EMPTY);
        }
        return IntStream.rangeClosed(1, MarketView.DEPTH)
                .mapToObj(level -> level(direction, level))
                .toList();
    }

    private MarketView.DepthLevel level(int direction, int level) {
        BigDecimal away = instrument.priceIncrement().multiply(BigDecimal.valueOf((long) direction * level));
        BigDecimal price = last.add(away);
        return price.signum() > 0
                ? new MarketView.DepthLevel(price, instrument.lotSize() * 10 * level, level)
                : MarketView.DepthLevel.EMPTY;
    }
}
