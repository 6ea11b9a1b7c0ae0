package io.alphapanda.engine.zerodha;

import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.SignedQuantity;
import io.alphapanda.engine.live.Statement;
import io.alphapanda.kite.market.Listing;
import io.alphapanda.kite.order.KiteOrder;
import io.alphapanda.kite.order.KiteTrade;
import io.alphapanda.kite.portfolio.KiteHolding;
import io.alphapanda.kite.portfolio.KitePosition;
import io.alphapanda.kite.portfolio.Positions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Kite's orders, trades, positions and holdings as one statement.
///
/// Held is what the depository has, delivered or not, as the day began, and on top the net positions, of every product:
///
/// ```
/// holding: quantity + t1_quantity + used_quantity      position: net quantity
/// ```
///
/// A holding that is sold shows twice at Kite, as `used_quantity` that its `quantity` lacks and as a negative delivery
/// position; adding the one back leaves the other to count.
final class AccountStatement {

    private AccountStatement() {}

    /// @param orders as they were before everything else was read
    /// @param after  as they were when it had been
    static Statement.Read of(
            LocalDate day,
            List<KiteOrder> orders,
            List<KiteTrade> trades,
            Positions positions,
            List<KiteHolding> holdings,
            List<KiteOrder> after) {
        var byOrder = trades.stream().collect(Collectors.groupingBy(KiteTrade::orderId));
        var lines = orders.stream()
                .map(each -> new Statement.Line(
                        each.tag(),
                        listed(each.listing()),
                        each.side(),
                        DayBook.order(each, byOrder.getOrDefault(each.orderId(), List.of()))))
                .toList();
        var held = new ArrayList<Statement.Held>();
        holdings.forEach(each -> held.add(held(each)));
        positions.net().forEach(each -> held.add(held(each)));
        return new Statement.Read(day, lines, held, moved(orders, after));
    }

    private static Set<String> moved(List<KiteOrder> before, List<KiteOrder> after) {
        var filled = before.stream()
                .collect(Collectors.toMap(KiteOrder::orderId, KiteOrder::filledQuantity, (first, _) -> first));
        return after.stream()
                .filter(each ->
                        filled.getOrDefault(each.orderId(), BigDecimal.ZERO).compareTo(each.filledQuantity()) != 0)
                .map(each -> each.listing().toString())
                .collect(Collectors.toSet());
    }

    private static Statement.Held held(KiteHolding holding) {
        var asTheDayBegan = holding.quantity().add(holding.t1Quantity()).add(holding.usedQuantity());
        return held(holding.listing(), asTheDayBegan, holding.averagePrice());
    }

    private static Statement.Held held(KitePosition position) {
        return held(position.listing(), position.quantity(), position.averagePrice());
    }

    private static Statement.Held held(Listing listing, BigDecimal quantity, BigDecimal averagePrice) {
        return new Statement.Held(
                listed(listing),
                new SignedQuantity(quantity),
                averagePrice.signum() > 0 ? Optional.of(new Price(averagePrice)) : Optional.empty());
    }

    private static Statement.Listed listed(Listing listing) {
        return new Statement.Listed(listing.toString(), listing.instrument());
    }
}
