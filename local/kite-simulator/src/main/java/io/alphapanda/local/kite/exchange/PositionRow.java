package io.alphapanda.local.kite.exchange;

import java.math.BigDecimal;

/// One position, as of a day: what came in overnight and what the day bought and sold.
///
/// @param overnightPrice what the overnight quantity once cost a piece
/// @param close          previous close; overnight quantities are marked from it
public record PositionRow(
        SimulatedInstrument instrument,
        Product product,
        long overnightQuantity,
        BigDecimal overnightPrice,
        long dayBuyQuantity,
        BigDecimal dayBuyValue,
        long daySellQuantity,
        BigDecimal daySellValue,
        BigDecimal last,
        BigDecimal close) {

    public long quantity() {
        return overnightQuantity + dayBuyQuantity - daySellQuantity;
    }

    /// Without what came in overnight.
    PositionRow dayOnly() {
        return new PositionRow(
                instrument,
                product,
                0,
                BigDecimal.ZERO,
                dayBuyQuantity,
                dayBuyValue,
                daySellQuantity,
                daySellValue,
                last,
                close);
    }

    public long buyQuantity() {
        return dayBuyQuantity + Math.max(overnightQuantity, 0);
    }

    public long sellQuantity() {
        return daySellQuantity + Math.max(-overnightQuantity, 0);
    }

    public BigDecimal buyValue() {
        return dayBuyValue.add(Prices.value(overnightPrice, Math.max(overnightQuantity, 0)));
    }

    public BigDecimal sellValue() {
        return daySellValue.add(Prices.value(overnightPrice, Math.max(-overnightQuantity, 0)));
    }

    /// The same with overnight quantities at the previous close.
    public BigDecimal buyMarked() {
        return dayBuyValue.add(Prices.value(close, Math.max(overnightQuantity, 0)));
    }

    /// The same with overnight quantities at the previous close.
    public BigDecimal sellMarked() {
        return daySellValue.add(Prices.value(close, Math.max(-overnightQuantity, 0)));
    }

    public BigDecimal buyPrice() {
        return Prices.average(buyValue(), buyQuantity());
    }

    public BigDecimal sellPrice() {
        return Prices.average(sellValue(), sellQuantity());
    }

    public BigDecimal dayBuyPrice() {
        return Prices.average(dayBuyValue, dayBuyQuantity);
    }

    public BigDecimal daySellPrice() {
        return Prices.average(daySellValue, daySellQuantity);
    }

    /// Of the side that is open; zero when flat.
    public BigDecimal averagePrice() {
        return quantity() == 0 ? BigDecimal.ZERO : quantity() > 0 ? buyPrice() : sellPrice();
    }

    /// `sell_value - buy_value`.
    public BigDecimal value() {
        return sellValue().subtract(buyValue());
    }

    public BigDecimal pnl() {
        return value().add(Prices.value(last, quantity()));
    }

    public BigDecimal markToMarket() {
        return sellMarked().subtract(buyMarked()).add(Prices.value(last, quantity()));
    }

    /// Of the quantity that was both bought and sold.
    BigDecimal realised() {
        long closed = Math.min(buyQuantity(), sellQuantity());
        return Prices.value(sellPrice().subtract(buyPrice()), closed);
    }
}
