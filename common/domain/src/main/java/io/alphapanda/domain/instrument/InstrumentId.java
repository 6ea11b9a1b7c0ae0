package io.alphapanda.domain.instrument;

import java.util.regex.Pattern;

/// An instrument's name: venue and symbol, written `NSE:RELIANCE`. ASCII, because it travels in event attributes,
/// record keys and Redis keys.
///
/// @param venue  upper-case letters, digits; at most 12
/// @param symbol letters, digits and `. _ & -`; at most 32
public record InstrumentId(String venue, String symbol) implements Comparable<InstrumentId> {

    private static final Pattern VENUE = Pattern.compile("[A-Z0-9]{1,12}");
    private static final Pattern SYMBOL = Pattern.compile("[A-Za-z0-9._&-]{1,32}");

    public InstrumentId {
        if (!VENUE.matcher(venue).matches()) {
            throw new IllegalArgumentException("instrument venue '" + venue + "' must match " + VENUE);
        }
        if (!SYMBOL.matcher(symbol).matches()) {
            throw new IllegalArgumentException("instrument symbol '" + symbol + "' must match " + SYMBOL);
        }
    }

    /// @param text `VENUE:SYMBOL`
    public static InstrumentId of(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("instrument '" + text + "' must be written VENUE:SYMBOL");
        }
        return new InstrumentId(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public int compareTo(InstrumentId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return venue + ":" + symbol;
    }
}
