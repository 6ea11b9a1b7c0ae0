package io.alphapanda.local.kite.exchange;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The shares one account owns.
final class Holdings {
    private static final class Entry {
        private long quantity;
        private long t1;
        private long used;
        private long authorised;
        private long opening;
        private BigDecimal average = BigDecimal.ZERO;
    }

    private final Map<SimulatedInstrument, Entry> entries = new LinkedHashMap<>();

    void deliver(SimulatedInstrument instrument, long quantity, BigDecimal averagePrice) {
        Entry entry = entry(instrument);
        average(entry, quantity, averagePrice);
        entry.quantity += quantity;
        entry.opening = entry.quantity;
    }

    /// What is left to sell, delivered or not.
    long sellable(SimulatedInstrument instrument) {
        Entry entry = entries.get(instrument);
        return entry == null ? 0 : entry.quantity + entry.t1 - entry.used;
    }

    /// Delivered shares that are released for sale today and not sold yet.
    long authorised(SimulatedInstrument instrument) {
        Entry entry = entries.get(instrument);
        return entry == null ? 0 : entry.authorised - entry.used;
    }

    /// Delivered shares not sold yet.
    long delivered(SimulatedInstrument instrument) {
        Entry entry = entries.get(instrument);
        return entry == null ? 0 : entry.quantity - entry.used;
    }

    void authoriseAll() {
        entries.values().forEach(entry -> entry.authorised = entry.quantity);
    }

    /// A delivery trade of the day, `net` being the account's delivery position after it: what is short there has come
    /// out of the holdings.
    void use(SimulatedInstrument instrument, long net) {
        Entry entry = entries.get(instrument);
        if (entry != null) {
            entry.used = Math.max(0, -net);
        }
    }

    /// A new day: yesterday's purchases are delivered, today's (`bought`) are not yet.
    void roll(List<PositionRow> bought) {
        entries.values().forEach(entry -> {
            entry.quantity += entry.t1 - entry.used;
            entry.t1 = entry.used = entry.authorised = 0;
        });
        for (PositionRow position : bought) {
            if (position.quantity() > 0) {
                Entry entry = entry(position.instrument());
                average(entry, position.quantity(), position.buyPrice());
                entry.t1 += position.quantity();
            }
        }
        entries.values().removeIf(entry -> entry.quantity + entry.t1 == 0);
        entries.values().forEach(entry -> entry.opening = entry.quantity);
    }

    List<HoldingRow> rows(Function<SimulatedInstrument, MarketView> markets) {
        return entries.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue(), markets.apply(entry.getKey())))
                .toList();
    }

    private static void average(Entry entry, long quantity, BigDecimal price) {
        long before = entry.quantity + entry.t1;
        BigDecimal value = Prices.value(entry.average, before).add(Prices.value(price, quantity));
        entry.average = Prices.average(value, before + quantity);
    }

    private Entry entry(SimulatedInstrument instrument) {
        return entries.computeIfAbsent(instrument, _ -> new Entry());
    }

    private static HoldingRow row(SimulatedInstrument instrument, Entry entry, MarketView market) {
        return new HoldingRow(
                instrument,
                entry.quantity - entry.used,
                entry.t1,
                entry.used,
                entry.authorised,
                entry.opening,
                entry.average,
                market.last(),
                market.close());
    }
}
