package io.alphapanda.domain.instrument;

import io.alphapanda.domain.calendar.MarketCalendar;
import io.alphapanda.domain.calendar.NseCalendar;
import io.alphapanda.domain.calendar.UsCalendar;
import io.alphapanda.domain.money.Price;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The market places the house knows.
public final class Venues {

    private static final Map<String, Venue> KNOWN = List.of(
                    new Venue("NSE", AssetClass.EQUITY, "INR", Price.of("0.05"), NseCalendar.cash()),
                    new Venue("BITSTAMP", AssetClass.CRYPTO, "USD", Price.of("0.01"), MarketCalendar.alwaysOpen()),
                    new Venue("US", AssetClass.EQUITY, "USD", Price.of("0.01"), UsCalendar.equities()),
                    new Venue("SIM", AssetClass.EQUITY, "INR", Price.of("0.05"), MarketCalendar.alwaysOpen()))
            .stream()
            .collect(Collectors.toUnmodifiableMap(Venue::name, Function.identity()));

    /// ISO 4217's code for "no currency".
    private static final String NO_CURRENCY = "XXX";

    private Venues() {}

    /// What an instrument is traded in, ISO 4217; `XXX` where the house does not know its venue.
    public static String currency(InstrumentId instrument) {
        return find(instrument).map(Venue::currency).orElse(NO_CURRENCY);
    }

    /// Every one, by name.
    public static List<Venue> all() {
        return KNOWN.values().stream().sorted(Comparator.comparing(Venue::name)).toList();
    }

    public static Optional<Venue> find(InstrumentId instrument) {
        return Optional.ofNullable(KNOWN.get(instrument.venue()));
    }

    public static Optional<Venue> find(String name) {
        return Optional.ofNullable(KNOWN.get(name));
    }
}
