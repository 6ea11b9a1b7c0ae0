package io.alphapanda.kite.order;

import java.util.Map;

/// The fields that placing and modifying share.
final class OrderForm {

    private OrderForm() {}

    static void put(Map<String, String> form, Terms terms) {
        form.put("order_type", terms.wire());
        switch (terms) {
            case Terms.Market(var protection) -> form.put("market_protection", protection.toString());
            case Terms.Limit(var price) -> form.put("price", price.toString());
            case Terms.StopLimit(var price, var trigger) -> {
                form.put("price", price.toString());
                form.put("trigger_price", trigger.toString());
            }
            case Terms.StopMarket(var trigger, var protection) -> {
                form.put("trigger_price", trigger.toString());
                form.put("market_protection", protection.toString());
            }
        }
    }

    static void put(Map<String, String> form, Validity validity) {
        form.put("validity", validity.wire());
        if (validity instanceof Validity.Minutes(int minutes)) {
            form.put("validity_ttl", Integer.toString(minutes));
        }
    }
}
