package io.alphapanda.kite.order;

import java.math.BigDecimal;

/// How far from the last price a market order may fill. Mandatory since 2026-04-01: Kite refuses a market order without
/// it and turns one with it into a limit order at the protection price.
///
/// @param percent above 0, at most 100; or -1, which leaves the band to Kite
public record MarketProtection(BigDecimal percent) {

    private static final BigDecimal BY_KITE = BigDecimal.ONE.negate();
    private static final BigDecimal HUNDRED = new BigDecimal("100");

    /// Kite chooses the band by the price.
    public static final MarketProtection AUTOMATIC = new MarketProtection(BY_KITE);

    public MarketProtection {
        boolean isShare = percent.signum() > 0 && percent.compareTo(HUNDRED) <= 0;
        if (!isShare && percent.compareTo(BY_KITE) != 0) {
            throw new IllegalArgumentException("market protection " + percent.toPlainString()
                    + " must be above 0 and at most 100 percent, or -1 for Kite's own");
        }
    }

    public static MarketProtection percent(String percent) {
        return new MarketProtection(new BigDecimal(percent));
    }

    @Override
    public String toString() {
        return percent.toPlainString();
    }
}
