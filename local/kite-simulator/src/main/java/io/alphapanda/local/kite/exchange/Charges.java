package io.alphapanda.local.kite.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// What the broker and the state take of one executed order; rupees, unrounded as the API gives them.
///
/// Rates: the broker's public list of charges of October 2026; futures on BSE have no exchange charge.
///
/// @param transactionTax securities transaction tax
/// @param gst            18 % of brokerage, exchange charge and SEBI fee
public record Charges(
        BigDecimal transactionTax,
        BigDecimal exchangeCharge,
        BigDecimal sebiCharge,
        BigDecimal brokerage,
        BigDecimal stampDuty,
        BigDecimal gst) {
    private static final BigDecimal SEBI = percent("0.0001");
    private static final BigDecimal GST = percent("18");
    private static final BigDecimal FLAT_BROKERAGE = BigDecimal.valueOf(20);

    /// Percent of the value; brokerage is 0, at most `FLAT_BROKERAGE`, or flat.
    private record Rates(
            BigDecimal brokerage,
            BigDecimal taxBuy,
            BigDecimal taxSell,
            BigDecimal nse,
            BigDecimal bse,
            BigDecimal stamp) {
        static Rates of(String brokerage, String taxBuy, String taxSell, String nse, String bse, String stamp) {
            return new Rates(
                    percent(brokerage), percent(taxBuy), percent(taxSell), percent(nse), percent(bse), percent(stamp));
        }
    }

    private static final Rates DELIVERY = Rates.of("0", "0.1", "0.1", "0.00307", "0.00375", "0.015");
    private static final Rates INTRADAY = Rates.of("0.03", "0", "0.025", "0.00307", "0.00375", "0.003");
    private static final Rates FUTURES = Rates.of("0.03", "0", "0.05", "0.00183", "0", "0.002");
    private static final Rates OPTIONS = Rates.of("100", "0", "0.15", "0.03553", "0.0325", "0.003");

    public static Charges of(
            SimulatedInstrument instrument, Product product, Side side, long quantity, BigDecimal price) {
        Rates rates = rates(instrument, product);
        BigDecimal value = Prices.value(price, quantity);
        BigDecimal brokerage = instrument.option()
                ? FLAT_BROKERAGE
                : value.multiply(rates.brokerage).min(FLAT_BROKERAGE);
        boolean bse = instrument.exchange().startsWith("B");
        BigDecimal exchange = value.multiply(bse ? rates.bse : rates.nse);
        BigDecimal sebi = value.multiply(SEBI);
        return new Charges(
                value.multiply(side == Side.BUY ? rates.taxBuy : rates.taxSell),
                exchange,
                sebi,
                brokerage,
                side == Side.BUY ? value.multiply(rates.stamp) : BigDecimal.ZERO,
                brokerage.add(exchange).add(sebi).multiply(GST));
    }

    public BigDecimal total() {
        return transactionTax
                .add(exchangeCharge)
                .add(sebiCharge)
                .add(brokerage)
                .add(stampDuty)
                .add(gst);
    }

    private static Rates rates(SimulatedInstrument instrument, Product product) {
        if (instrument.option()) {
            return OPTIONS;
        }
        if (instrument.derivative()) {
            return FUTURES;
        }
        return product.delivery() ? DELIVERY : INTRADAY;
    }

    private static BigDecimal percent(String percent) {
        return new BigDecimal(percent).divide(BigDecimal.valueOf(100), 12, RoundingMode.UNNECESSARY);
    }
}
