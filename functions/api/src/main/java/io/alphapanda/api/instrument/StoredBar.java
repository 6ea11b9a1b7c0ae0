package io.alphapanda.api.instrument;

import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import java.time.Instant;
import java.util.Optional;

/// A bar as the market-feed keeps it.
///
/// @param traded so far in its stream, when it ended
record StoredBar(
        Instant time,
        Price open,
        Price high,
        Price low,
        Price close,
        Quantity traded,
        long first,
        long last,
        String stream) {

    private static final int PARTS = 9;

    /// `<minute>|<open>|<high>|<low>|<close>|<volume>|<first ordinal>|<last ordinal>|<stream>`
    ///
    /// @throws IllegalArgumentException if it is none
    static StoredBar of(String text) {
        var parts = text.split("\\|", -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("'" + text + "' is no bar of " + PARTS + " parts");
        }
        return new StoredBar(
                Instant.ofEpochSecond(Long.parseLong(parts[0])),
                Price.of(parts[1]),
                Price.of(parts[2]),
                Price.of(parts[3]),
                Price.of(parts[4]),
                Quantity.of(parts[5]),
                Long.parseLong(parts[6]),
                Long.parseLong(parts[7]),
                parts[8]);
    }

    /// @param before the bar before it
    Bar told(Optional<StoredBar> before) {
        return new Bar(time, open, high, low, close, before.flatMap(this::since), last - first + 1, stream);
    }

    /// Sources that do not count what is traded say 0.
    private Optional<Quantity> since(StoredBar before) {
        var more = traded.value().subtract(before.traded.value());
        boolean known = before.stream.equals(stream) && before.traded.value().signum() > 0 && more.signum() >= 0;
        return known ? Optional.of(new Quantity(more)) : Optional.empty();
    }
}
