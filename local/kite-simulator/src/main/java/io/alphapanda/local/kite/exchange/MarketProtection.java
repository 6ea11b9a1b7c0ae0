package io.alphapanda.local.kite.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// How far from the last price a market order may fill; it becomes a limit order at that distance.
///
/// Bands of the automatic protection: the broker's support article of 2026, equity and futures below 100: 2 %, to
/// 500: 1 %, above: 0.5 %; options below 10: 5 %, to 100: 3 %, to 500: 2 %, above: 1 % of the last price.
final class MarketProtection {
    static final BigDecimal AUTOMATIC = BigDecimal.ONE.negate();
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private MarketProtection() {}

    /// The percentage that `asked` stands for.
    static BigDecimal percent(BigDecimal asked, SimulatedInstrument instrument, BigDecimal last) {
        if (asked.compareTo(AUTOMATIC) != 0) {
            return asked;
        }
        return new BigDecimal(instrument.option() ? optionBand(last) : shareBand(last));
    }

    /// The limit price: `percent` above the last price for a buyer, below it for a seller, inside the circuit limits.
    static BigDecimal limit(Side side, BigDecimal percent, MarketView market, BigDecimal last) {
        BigDecimal move = last.multiply(percent).divide(HUNDRED).multiply(BigDecimal.valueOf(side.sign()));
        BigDecimal step = market.instrument().priceIncrement();
        BigDecimal limit = Prices.toStep(last.add(move), step).max(step);
        return market.upperCircuit().signum() == 0
                ? limit
                : limit.min(market.upperCircuit()).max(market.lowerCircuit());
    }

    /// The broker's own tag on such an order: `mktp:2.00`.
    static String tag(BigDecimal percent) {
        return "mktp:" + percent.setScale(2, RoundingMode.HALF_EVEN);
    }

    private static String shareBand(BigDecimal last) {
        return below(last, 100) ? "2" : upTo(last, 500) ? "1" : "0.5";
    }

    private static String optionBand(BigDecimal last) {
        return below(last, 10) ? "5" : upTo(last, 100) ? "3" : upTo(last, 500) ? "2" : "1";
    }

    private static boolean below(BigDecimal last, long bound) {
        return last.compareTo(BigDecimal.valueOf(bound)) < 0;
    }

    private static boolean upTo(BigDecimal last, long bound) {
        return last.compareTo(BigDecimal.valueOf(bound)) <= 0;
    }
}
