package io.alphapanda.api.trail;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.alphapanda.api.trail.OrderTrail.BookedFill;
import io.alphapanda.stage.ledger.BookingRow;
import io.alphapanda.stage.ledger.DecisionRow;
import io.alphapanda.stage.ledger.FillRow;
import io.alphapanda.stage.ledger.OrderRow;
import io.alphapanda.stage.ledger.OrderTransitionRow;
import io.alphapanda.stage.ledger.PlacementRow;
import io.alphapanda.stage.ledger.SignalRow;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Follows signals and orders through the ledger, one statement a table however many there are. To be used within one
/// ledger snapshot, so that a fill is never shown without its order's step.
public final class TrailLedger {

    private TrailLedger() {}

    /// The trails of these signals, in their order.
    public static Uni<List<Trail>> ofSignals(List<SignalRow> signals) {
        var ids = signals.stream().map(each -> each.id).toList();
        return TrailLedger.decisions(ids)
                .chain(decisions -> rows(ids, of -> OrderRow.<OrderRow>list("signalId in ?1 order by id", of))
                        .chain(TrailLedger::ofOrders)
                        .map(orders -> trails(signals, decisions, orders)));
    }

    /// Risk's decisions on these signals, by signal.
    public static Uni<Map<String, DecisionRow>> decisions(List<String> signals) {
        return rows(signals, of -> DecisionRow.<DecisionRow>list("signalId in ?1", of))
                .map(rows -> rows.stream().collect(toMap(each -> each.signalId, each -> each)));
    }

    /// The lives of these orders, in their order.
    public static Uni<List<OrderTrail>> ofOrders(List<OrderRow> orders) {
        var ids = orders.stream().map(each -> each.id).toList();
        return placements(ids)
                .chain(placements -> transitions(ids).chain(steps -> fills(ids).map(fills -> orders.stream()
                        .map(order -> new OrderTrail(
                                order,
                                Optional.ofNullable(placements.get(order.id)),
                                steps.getOrDefault(order.id, List.of()),
                                fills.getOrDefault(order.id, List.of())))
                        .toList())));
    }

    private static Uni<Map<String, List<BookedFill>>> fills(List<String> orders) {
        return rows(orders, of -> FillRow.<FillRow>list("orderId in ?1 order by sequence", of))
                .chain(TrailLedger::booked)
                .map(rows -> rows.stream().collect(groupingBy(each -> each.fill().orderId)));
    }

    /// What is known of these orders at their brokers, by order.
    public static Uni<Map<String, PlacementRow>> placements(List<String> orders) {
        return rows(orders, of -> PlacementRow.<PlacementRow>list("orderId in ?1", of))
                .map(rows -> rows.stream().collect(toMap(each -> each.orderId, each -> each)));
    }

    /// These fills, each with its booking.
    public static Uni<List<BookedFill>> booked(List<FillRow> fills) {
        var ids = fills.stream().map(each -> each.id).toList();
        return rows(ids, of -> BookingRow.<BookingRow>list("fillId in ?1", of)).map(rows -> {
            var byFill = rows.stream().collect(toMap(each -> each.fillId, each -> each));
            return fills.stream()
                    .map(fill -> new BookedFill(fill, Optional.ofNullable(byFill.get(fill.id))))
                    .toList();
        });
    }

    private static Uni<Map<String, List<OrderTransitionRow>>> transitions(List<String> orders) {
        return rows(
                        orders,
                        of -> OrderTransitionRow.<OrderTransitionRow>list(
                                "orderId in ?1 order by orderId, version", of))
                .map(rows -> rows.stream().collect(groupingBy(each -> each.orderId)));
    }

    private static List<Trail> trails(
            List<SignalRow> signals, Map<String, DecisionRow> decisions, List<OrderTrail> orders) {
        var bySignal = orders.stream().collect(groupingBy(each -> each.order().signalId));
        return signals.stream()
                .map(signal -> new Trail(signal, decisions.get(signal.id), bySignal.getOrDefault(signal.id, List.of())))
                .toList();
    }

    private static <T> Uni<List<T>> rows(List<String> ids, Function<List<String>, Uni<List<T>>> query) {
        return ids.isEmpty() ? Uni.createFrom().item(List.of()) : query.apply(ids);
    }
}
