package io.alphapanda.domain.charge;

import io.alphapanda.domain.money.Money;

/// The charges on one execution, item by item, in the account's currency. Nothing is rounded to paise or rupees.
///
/// @param brokerage        the broker's own
/// @param stt              securities transaction tax
/// @param exchangeTurnover the exchange's transaction charge
/// @param sebi             the regulator's turnover fee
/// @param stamp            stamp duty
/// @param gst              goods and services tax on brokerage, exchange and regulator
public record ChargeSheet(Money brokerage, Money stt, Money exchangeTurnover, Money sebi, Money stamp, Money gst) {

    public Money total() {
        return brokerage.plus(stt).plus(exchangeTurnover).plus(sebi).plus(stamp).plus(gst);
    }

    /// One amount and nothing else.
    static ChargeSheet flat(Money commission) {
        return new ChargeSheet(commission, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);
    }
}
