package io.alphapanda.kite.order;

import java.util.Locale;

/// Which book an order goes to. Cover, iceberg and auction orders can be read, changed and cancelled, not placed, by
/// this room.
public enum Variety {
    REGULAR,
    /// After market: queued until the next session.
    AMO,
    /// Cover order.
    CO,
    ICEBERG,
    AUCTION;

    /// As it stands in addresses.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException if Kite has a variety that this house does not know
    public static Variety of(String wire) {
        for (var each : values()) {
            if (each.wire().equals(wire)) {
                return each;
            }
        }
        throw new IllegalArgumentException(
                "variety '" + wire + "' is unknown; known are regular, amo, co, iceberg, auction");
    }
}
