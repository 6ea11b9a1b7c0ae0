package io.alphapanda.kite.market;

import io.alphapanda.domain.instrument.InstrumentId;
import java.util.Optional;
import java.util.regex.Pattern;

/// An instrument as Kite names it: exchange and trading symbol. Of indices the symbol has spaces, which an
/// [InstrumentId] may not have.
///
/// @param exchange `NSE`, `NFO` …; capital letters and digits
/// @param symbol   printable ASCII, at most 64
public record Listing(String exchange, String symbol) {

    private static final Pattern EXCHANGE = Pattern.compile("[A-Z0-9]{1,12}");
    private static final Pattern SYMBOL = Pattern.compile("[\\x20-\\x7e]{1,64}");

    public Listing {
        if (!EXCHANGE.matcher(exchange).matches()) {
            throw new IllegalArgumentException("exchange '" + exchange + "' must match " + EXCHANGE);
        }
        if (!SYMBOL.matcher(symbol).matches() || symbol.isBlank()) {
            throw new IllegalArgumentException(
                    "trading symbol of " + symbol.length() + " characters must match " + SYMBOL);
        }
    }

    public static Listing of(InstrumentId instrument) {
        return new Listing(instrument.venue(), instrument.symbol());
    }

    /// Kite's `NSE:INFY`.
    public static Listing of(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("instrument '" + text + "' must be written EXCHANGE:SYMBOL");
        }
        return new Listing(text.substring(0, colon), text.substring(colon + 1));
    }

    /// This house's name for it, where it has one.
    public Optional<InstrumentId> instrument() {
        try {
            return Optional.of(new InstrumentId(exchange, symbol));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return exchange + ":" + symbol;
    }
}
