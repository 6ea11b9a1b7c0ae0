package io.alphapanda.local.kite.fault;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// Where a fault can strike: the calls of the API, and the two ways in which the broker pushes.
public enum Endpoint {
    SESSION,
    LOGOUT,
    PROFILE,
    MARGINS,
    PLACE_ORDER,
    MODIFY_ORDER,
    CANCEL_ORDER,
    ORDERS,
    ORDER_HISTORY,
    TRADES,
    ORDER_TRADES,
    POSITIONS,
    CONVERT_POSITION,
    HOLDINGS,
    AUTHORISE_HOLDINGS,
    QUOTE,
    OHLC,
    LTP,
    INSTRUMENTS,
    CHARGES,
    ORDER_MARGINS,
    /// The ticker's upgrade.
    TICKER,
    /// A frame of prices on the ticker.
    TICKER_FRAME,
    /// Order updates on the ticker.
    TICKER_UPDATE,
    /// Order updates to the postback URL.
    POSTBACK;

    /// Place, modify, cancel.
    public static final Set<Endpoint> WRITES = Set.copyOf(EnumSet.of(PLACE_ORDER, MODIFY_ORDER, CANCEL_ORDER));

    static final Set<Endpoint> QUOTES = Set.copyOf(EnumSet.of(QUOTE, OHLC, LTP));
    static final Set<Endpoint> UPDATES = Set.copyOf(EnumSet.of(TICKER_UPDATE, POSTBACK));
    static final Set<Endpoint> CALLS = Set.copyOf(EnumSet.range(SESSION, ORDER_MARGINS));

    /// `place-order`.
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @throws IllegalArgumentException naming the known ones
    public static Endpoint of(String text) {
        return Arrays.stream(values())
                .filter(endpoint -> endpoint.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("endpoint must be one of %s but is %s"
                        .formatted(Arrays.stream(values()).map(Endpoint::text).toList(), text)));
    }
}
