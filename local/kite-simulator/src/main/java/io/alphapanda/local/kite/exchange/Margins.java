package io.alphapanda.local.kite.exchange;

import java.math.BigDecimal;
import java.util.List;

/// How much money an order or a position holds back. Much simpler than an exchange's risk arrays: a share of the value.
final class Margins {
    private final ExchangeTerms terms;

    Margins(ExchangeTerms terms) {
        this.terms = terms;
    }

    /// Rupees for opening that quantity at `price`.
    BigDecimal required(SimulatedInstrument instrument, Product product, Side side, BigDecimal price, long quantity) {
        return Prices.value(price, quantity).multiply(rate(instrument, product, side));
    }

    /// Rupees for what the order has still to fill, nothing for the part that closes a position.
    BigDecimal required(OrderTicket ticket, BigDecimal last, long leaves, long position) {
        long closing = Math.clamp(-position * ticket.side().sign(), 0, leaves);
        BigDecimal price = ticket.price().signum() > 0 ? ticket.price() : last;
        return required(ticket.instrument(), ticket.product(), ticket.side(), price, leaves - closing);
    }

    /// @param orders blocked by open orders
    Funds funds(BigDecimal cash, BigDecimal orders, List<PositionRow> positions) {
        BigDecimal blocked = orders;
        BigDecimal delivered = BigDecimal.ZERO;
        BigDecimal realised = BigDecimal.ZERO;
        for (PositionRow position : positions) {
            if (paidInFull(position)) {
                delivered = delivered.add(position.dayBuyValue()).subtract(position.daySellValue());
            } else {
                blocked = blocked.add(margin(position));
                realised = realised.add(position.realised());
            }
        }
        return new Funds(cash, blocked, delivered, realised);
    }

    /// The cash of the next day: what was paid and earned, intraday positions closed at the last price.
    BigDecimal settle(BigDecimal cash, List<PositionRow> positions) {
        BigDecimal settled = cash;
        for (PositionRow position : positions) {
            if (paidInFull(position)) {
                settled = settled.add(position.daySellValue()).subtract(position.dayBuyValue());
            } else {
                settled = settled.add(position.product() == Product.MIS ? position.pnl() : position.realised());
            }
        }
        return settled;
    }

    private BigDecimal margin(PositionRow position) {
        Side side = position.quantity() > 0 ? Side.BUY : Side.SELL;
        return required(
                position.instrument(),
                position.product(),
                side,
                position.averagePrice(),
                Math.abs(position.quantity()));
    }

    private static boolean paidInFull(PositionRow position) {
        boolean longOption =
                position.instrument().option() && position.quantity() >= 0 && position.overnightQuantity() >= 0;
        return position.product().delivery() || longOption;
    }

    private BigDecimal rate(SimulatedInstrument instrument, Product product, Side side) {
        if (instrument.option() && side == Side.BUY) {
            return BigDecimal.ONE;
        }
        if (instrument.derivative()) {
            return terms.derivativeMargin();
        }
        return product == Product.MIS ? terms.intradayMargin() : BigDecimal.ONE;
    }
}
