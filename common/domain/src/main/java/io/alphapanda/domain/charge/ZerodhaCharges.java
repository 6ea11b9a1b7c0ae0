package io.alphapanda.domain.charge;

import io.alphapanda.domain.money.Money;

/// What Zerodha charges: its brokerage, the exchange, the regulator, the taxes. Amounts are unrounded, as its API gives
/// them; the contract note rounds the transaction tax to whole rupees.
///
/// Brokerage is of the whole order, so an execution is a whole order. Not in it, for they are not of an execution: the
/// depository's charge for shares sold out of the account, squaring off by the broker, exercised options.
///
/// @param product what everything in this account is traded as
public record ZerodhaCharges(Product product) implements Charges {

    @Override
    public Charged on(Execution execution) {
        var venue = execution.venue().name();
        var day = execution.day();
        var exchange = ZerodhaRates.exchangeTurnover(venue, product);
        if (exchange.isEmpty()) {
            return new Charged.Unknown("zerodha charges have no table for " + product.label() + " at " + venue
                    + "; they have delivery and intraday at NSE and BSE, futures and options at NFO and BFO");
        }
        if (day.isBefore(ZerodhaRates.FIRST_KNOWN)) {
            return new Charged.Unknown("zerodha charges have no rates for " + day + "; the first are of "
                    + ZerodhaRates.FIRST_KNOWN + ", use flat charges before");
        }
        var turnover = execution.turnover();
        var side = execution.side();
        var brokerage = ZerodhaRates.brokerage(product, turnover);
        var ofExchange = turnover.share(exchange.get().on(day));
        var sebi = turnover.share(ZerodhaRates.SEBI);
        return new Charged.Known(new ChargeSheet(
                brokerage,
                turnover.share(ZerodhaRates.stt(product, side).on(day)),
                ofExchange,
                sebi,
                turnover.share(ZerodhaRates.stamp(product, side)),
                gst(brokerage, ofExchange, sebi)));
    }

    /// Goods and services tax: of what the services cost, not of the other taxes.
    public static Money gst(Money brokerage, Money exchangeTurnover, Money sebi) {
        return brokerage.plus(exchangeTurnover).plus(sebi).share(ZerodhaRates.GST);
    }
}
