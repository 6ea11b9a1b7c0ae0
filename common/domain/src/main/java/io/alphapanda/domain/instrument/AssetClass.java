package io.alphapanda.domain.instrument;

import java.util.Locale;

/// The kinds of market data that travel on topics of their own.
public enum AssetClass {
    EQUITY,
    CRYPTO,
    OPTIONS,
    FOREX;

    /// The name used in topics and configuration: lower case.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static AssetClass of(String label) {
        for (var each : values()) {
            if (each.label().equals(label)) {
                return each;
            }
        }
        throw new IllegalArgumentException(
                "asset class '" + label + "' is unknown; use one of equity, crypto, options, forex");
    }
}
