package io.alphapanda.local.kite.exchange;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What one account bought and sold, by instrument and product.
final class Positions {
    record Key(SimulatedInstrument instrument, Product product) {}

    private static final class Entry {
        private long overnight;
        private BigDecimal overnightPrice = BigDecimal.ZERO;
        private long bought;
        private BigDecimal boughtFor = BigDecimal.ZERO;
        private long sold;
        private BigDecimal soldFor = BigDecimal.ZERO;

        void add(Side side, long quantity, BigDecimal value) {
            if (side == Side.BUY) {
                bought += quantity;
                boughtFor = boughtFor.add(value);
            } else {
                sold += quantity;
                soldFor = soldFor.add(value);
            }
        }
    }

    private final Map<Key, Entry> entries = new LinkedHashMap<>();

    void add(TradeRow trade) {
        entry(new Key(trade.instrument(), trade.product()))
                .add(trade.side(), trade.quantity(), Prices.value(trade.price(), trade.quantity()));
    }

    List<PositionRow> rows(Function<SimulatedInstrument, MarketView> markets) {
        return entries.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue(), markets.apply(entry.getKey().instrument)))
                .toList();
    }

    long quantity(SimulatedInstrument instrument, Product product) {
        Entry entry = entries.get(new Key(instrument, product));
        return entry == null ? 0 : entry.overnight + entry.bought - entry.sold;
    }

    /// Moves a quantity of the day or of the night before to another product, at its average price.
    ///
    /// @throws RefusedException when there is less than that
    void convert(
            SimulatedInstrument instrument, Side side, boolean overnight, long quantity, Product from, Product to) {
        Entry source = entry(new Key(instrument, from));
        long held = overnight ? source.overnight * side.sign() : side == Side.BUY ? source.bought : source.sold;
        if (quantity < 1 || quantity > held) {
            throw new RefusedException(
                    ErrorType.INPUT,
                    "Position conversion failed: quantity must be 1 to %d but is %d.".formatted(held, quantity));
        }
        Entry target = entry(new Key(instrument, to));
        if (overnight) {
            long moved = quantity * side.sign();
            source.overnight -= moved;
            target.overnight += moved;
            target.overnightPrice = source.overnightPrice;
            return;
        }
        BigDecimal average = side == Side.BUY
                ? Prices.average(source.boughtFor, source.bought)
                : Prices.average(source.soldFor, source.sold);
        BigDecimal value = Prices.value(average, quantity);
        source.add(side, -quantity, value.negate());
        target.add(side, quantity, value);
    }

    /// A new day: delivery and intraday positions are gone, the others are overnight ones.
    void roll() {
        entries.replaceAll((key, entry) -> key.product == Product.NRML ? carried(entry) : new Entry());
        entries.values().removeIf(entry -> entry.overnight == 0);
    }

    private static Entry carried(Entry entry) {
        Entry carried = new Entry();
        carried.overnight = entry.overnight + entry.bought - entry.sold;
        boolean longer = carried.overnight > 0;
        BigDecimal value = longer ? entry.boughtFor : entry.soldFor;
        long quantity = longer ? entry.bought : entry.sold;
        if (longer == entry.overnight > 0) {
            value = value.add(Prices.value(entry.overnightPrice, Math.abs(entry.overnight)));
            quantity += Math.abs(entry.overnight);
        }
        carried.overnightPrice = Prices.average(value, quantity);
        return carried;
    }

    private Entry entry(Key key) {
        return entries.computeIfAbsent(key, _ -> new Entry());
    }

    private static PositionRow row(Key key, Entry entry, MarketView market) {
        return new PositionRow(
                key.instrument,
                key.product,
                entry.overnight,
                entry.overnightPrice,
                entry.bought,
                entry.boughtFor,
                entry.sold,
                entry.soldFor,
                market.last(),
                market.close());
    }
}
