package io.alphapanda.kite.order;

import io.alphapanda.domain.money.Quantity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What is to be different about a working order. Kite counts modifications: 25 an order.
///
/// @param terms     new price or kind
/// @param quantity  the new *whole* quantity; whether Kite counts what has filled is not documented, so re-read it
/// @param validity  how long it waits
/// @param disclosed how much of it the book shows
/// @param parent    of a cover order's second leg
public record OrderChange(
        Optional<Terms> terms,
        Optional<Quantity> quantity,
        Optional<Validity> validity,
        Optional<Quantity> disclosed,
        Optional<BrokerOrderId> parent) {

    public OrderChange {
        if (terms.isEmpty() && quantity.isEmpty() && validity.isEmpty() && disclosed.isEmpty()) {
            throw new IllegalArgumentException("a change changes nothing; give terms, quantity, validity or disclosed");
        }
        quantity.ifPresent(each -> NewOrder.checkWhole("quantity", each));
        disclosed.ifPresent(each -> NewOrder.checkWhole("disclosed quantity", each));
    }

    public static OrderChange to(Terms terms) {
        return new OrderChange(
                Optional.of(terms), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static OrderChange to(Quantity quantity) {
        return new OrderChange(
                Optional.empty(), Optional.of(quantity), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// As Kite takes it.
    public Map<String, String> form() {
        var form = new LinkedHashMap<String, String>();
        quantity.ifPresent(each -> form.put("quantity", each.toString()));
        terms.ifPresent(each -> OrderForm.put(form, each));
        validity.ifPresent(each -> OrderForm.put(form, each));
        disclosed.ifPresent(each -> form.put("disclosed_quantity", each.toString()));
        parent.ifPresent(each -> form.put("parent_order_id", each.value()));
        return form;
    }
}
