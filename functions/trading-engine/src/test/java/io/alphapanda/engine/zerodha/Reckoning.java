package io.alphapanda.engine.zerodha;

import io.alphapanda.local.kite.exchange.TradeRow;
import io.alphapanda.local.kite.exchange.Truth;
import io.alphapanda.stage.testing.Ledger;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a lane's books say against what the exchange really holds.
///
/// @param doubled    tags under which the exchange took more than one order
/// @param lost       trades of ours that are no fills here
/// @param invented   fills here that are no trades there, or not the same
/// @param unfinished orders that have neither ended nor an alarm
record Reckoning(List<String> doubled, List<String> lost, List<String> invented, List<String> unfinished) {

    private static final String ENDED = "('FILLED', 'CANCELLED', 'REJECTED', 'EXPIRED', 'FAILED')";

    static Reckoning of(String broker, String strategies, Truth truth) {
        var orders = Ledger.rows(
                "select p.tag, o.id from placements p join orders o on o.id = p.order_id"
                        + " where p.broker = ? and o.strategy like ?",
                broker,
                strategies);
        var doubled = new ArrayList<String>();
        var there = new HashMap<String, TradeRow>();
        for (var order : orders) {
            var entries = truth.byTag(order.getFirst());
            if (entries.stream().filter(Truth.Entry::accepted).count() > 1) {
                doubled.add(order.get(1));
            }
            entries.forEach(
                    entry -> entry.trades().forEach(trade -> there.put(order.get(1) + " " + trade.tradeId(), trade)));
        }
        var here = fills(broker, strategies);
        return new Reckoning(
                doubled,
                there.keySet().stream().filter(each -> !here.containsKey(each)).toList(),
                here.entrySet().stream()
                        .filter(each -> !each.getValue().equals(terms(there.get(each.getKey()))))
                        .map(Map.Entry::getKey)
                        .toList(),
                Ledger.rows(
                                "select o.id || ' ' || o.status from orders o where o.broker = ? and o.strategy like ?"
                                        + " and o.status not in " + ENDED
                                        + " and not (o.status = 'UNKNOWN' and exists"
                                        + " (select 1 from alarms a where a.subject = o.id))",
                                broker,
                                strategies)
                        .stream()
                        .map(List::getFirst)
                        .toList());
    }

    private static Map<String, String> fills(String broker, String strategies) {
        var fills = new HashMap<String, String>();
        Ledger.rows(
                        "select order_id || ' ' || trade_id, side, quantity, price from fills"
                                + " where broker = ? and strategy like ?",
                        broker,
                        strategies)
                .forEach(row -> fills.put(
                        row.getFirst(), terms(row.get(1), new BigDecimal(row.get(2)), new BigDecimal(row.get(3)))));
        return fills;
    }

    private static String terms(TradeRow trade) {
        return trade == null ? "" : terms(trade.side().name(), BigDecimal.valueOf(trade.quantity()), trade.price());
    }

    private static String terms(String side, BigDecimal quantity, BigDecimal price) {
        return side + " " + quantity.stripTrailingZeros().toPlainString() + " at "
                + price.stripTrailingZeros().toPlainString();
    }

    boolean isClean() {
        return doubled.isEmpty() && lost.isEmpty() && invented.isEmpty() && unfinished.isEmpty();
    }
}
