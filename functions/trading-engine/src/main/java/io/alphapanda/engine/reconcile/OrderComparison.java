package io.alphapanda.engine.reconcile;

import io.alphapanda.domain.order.OrderStatus;
import io.alphapanda.domain.placement.BrokerOrder;
import io.alphapanda.domain.placement.BrokerTrade;
import io.alphapanda.engine.live.Statement.Line;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Our orders of the day and their fills against the broker's.
///
/// @param findings of ours
/// @param foreign  of orders that are not ours
record OrderComparison(List<Finding> findings, List<Finding> foreign) {

    static OrderComparison of(List<OurOrder> ours, List<Line> lines) {
        var byTag = lines.stream().filter(line -> !line.tag().isEmpty()).collect(Collectors.groupingBy(Line::tag));
        var findings = new ArrayList<Finding>();
        for (var order : ours) {
            if (!order.isMoving()) {
                findings.addAll(compared(order, byTag.getOrDefault(order.tag(), List.of())));
            }
        }
        return new OrderComparison(findings, foreign(ours, lines));
    }

    /// Lines that carry no tag of ours.
    static List<Line> foreignLines(List<OurOrder> ours, List<Line> lines) {
        var tags = ours.stream().map(OurOrder::tag).collect(Collectors.toSet());
        return lines.stream().filter(line -> !tags.contains(line.tag())).toList();
    }

    private static List<Finding> foreign(List<OurOrder> ours, List<Line> lines) {
        return foreignLines(ours, lines).stream()
                .map(line -> Finding.of(
                        FindingCode.FOREIGN_ORDER,
                        line.order().brokerOrderId(),
                        "instrument",
                        line.listed().name(),
                        "side",
                        line.side(),
                        "state",
                        line.order().state(),
                        "filled",
                        line.order().filledQuantity()))
                .toList();
    }

    private static List<Finding> compared(OurOrder ours, List<Line> lines) {
        return switch (lines.size()) {
            case 0 -> missing(ours);
            case 1 -> compared(ours, lines.getFirst().order());
            default ->
                List.of(Finding.of(FindingCode.TAG_DOUBLED, ours.orderId(), "tag", ours.tag(), "orders", ids(lines)));
        };
    }

    private static String ids(List<Line> lines) {
        return lines.stream().map(line -> line.order().brokerOrderId()).sorted().collect(Collectors.joining(" "));
    }

    /// A refusal, and what was not sent, is in nobody's book.
    private static List<Finding> missing(OurOrder ours) {
        return switch (ours.status()) {
            case SUBMITTED, PARTIALLY_FILLED, FILLED, CANCELLED ->
                List.of(Finding.of(
                        FindingCode.ORDER_MISSING_AT_BROKER,
                        ours.orderId(),
                        "tag",
                        ours.tag(),
                        "status",
                        ours.status(),
                        "filled",
                        ours.filledQuantity()));
            case REJECTED, EXPIRED, FAILED, INTENDED, SENDING, UNKNOWN -> List.of();
        };
    }

    private static List<Finding> compared(OurOrder ours, BrokerOrder theirs) {
        var findings = new ArrayList<>(fills(ours, theirs));
        boolean filledDiffers = findings.isEmpty() && ours.filledQuantity().compareTo(theirs.filledQuantity()) != 0;
        if (filledDiffers || !agrees(ours.status(), theirs)) {
            findings.addFirst(Finding.of(
                    FindingCode.ORDER_STATE_DIFFERS,
                    ours.orderId(),
                    "ours",
                    ours.status(),
                    "filledOurs",
                    ours.filledQuantity(),
                    "broker",
                    theirs.state(),
                    "filledBroker",
                    theirs.filledQuantity()));
        }
        return findings;
    }

    private static boolean agrees(OrderStatus ours, BrokerOrder theirs) {
        return switch (ours) {
            case SUBMITTED, PARTIALLY_FILLED -> theirs.state() == BrokerOrder.State.WORKING;
            case FILLED -> theirs.state() == BrokerOrder.State.COMPLETE;
            // An order cut short by hand is complete at less than was asked.
            case CANCELLED ->
                theirs.state() == BrokerOrder.State.CANCELLED || theirs.state() == BrokerOrder.State.COMPLETE;
            case REJECTED -> theirs.state() == BrokerOrder.State.REJECTED;
            case EXPIRED, FAILED -> theirs.state() == BrokerOrder.State.REJECTED;
            case INTENDED, SENDING, UNKNOWN -> false;
        };
    }

    private static List<Finding> fills(OurOrder ours, BrokerOrder theirs) {
        var findings = new ArrayList<Finding>();
        Map<String, BrokerTrade> trades = theirs.trades().stream()
                .collect(Collectors.toMap(BrokerTrade::tradeId, each -> each, (first, _) -> first));
        for (var id : new TreeSet<>(trades.keySet())) {
            if (!ours.trades().contains(id)) {
                var trade = trades.get(id);
                findings.add(Finding.of(
                        FindingCode.FILL_MISSING_HERE,
                        ours.orderId() + " " + id,
                        "quantity",
                        trade.quantity(),
                        "price",
                        trade.price()));
            }
        }
        Set<String> unknown = new HashSet<>(ours.trades());
        unknown.removeAll(trades.keySet());
        for (var id : new TreeSet<>(unknown)) {
            findings.add(Finding.of(
                    FindingCode.FILL_UNKNOWN_AT_BROKER,
                    ours.orderId() + " " + id,
                    "filledOurs",
                    ours.filledQuantity()));
        }
        return findings;
    }
}
