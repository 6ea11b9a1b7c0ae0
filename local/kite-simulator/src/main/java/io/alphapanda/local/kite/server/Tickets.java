package io.alphapanda.local.kite.server;

import io.alphapanda.local.kite.exchange.OrderTicket;
import io.alphapanda.local.kite.exchange.OrderType;
import io.alphapanda.local.kite.exchange.Origin;
import io.alphapanda.local.kite.exchange.Product;
import io.alphapanda.local.kite.exchange.Side;
import io.alphapanda.local.kite.exchange.SimulatedExchange;
import io.alphapanda.local.kite.exchange.SimulatedInstrument;
import io.alphapanda.local.kite.exchange.Validity;
import io.alphapanda.local.kite.exchange.Variety;
import java.math.BigDecimal;
import java.time.Duration;

/// Reads what an order form asks for.
final class Tickets {
    private Tickets() {}

    static OrderTicket read(SimulatedExchange exchange, Variety variety, Parameters form) {
        SimulatedInstrument instrument = exchange.instrument(form.text("exchange") + ":" + form.text("tradingsymbol"));
        OrderType type = Parameters.choose("order_type", form.text("order_type"), OrderType.values(), OrderType::text);
        return new OrderTicket(
                variety,
                instrument,
                Parameters.choose("transaction_type", form.text("transaction_type"), Side.values(), Side::name),
                type,
                form.whole("quantity").orElse(0L),
                Parameters.choose("product", form.text("product"), Product.values(), Product::name),
                priced(type) ? form.decimal("price").orElse(BigDecimal.ZERO) : BigDecimal.ZERO,
                triggered(type) ? form.decimal("trigger_price").orElse(BigDecimal.ZERO) : BigDecimal.ZERO,
                form.whole("disclosed_quantity").orElse(0L),
                form.choice("validity", Validity.values(), Validity::name).orElse(Validity.DAY),
                Duration.ofMinutes(form.whole("validity_ttl").orElse(0L)),
                form.decimal("market_protection").orElse(BigDecimal.ZERO),
                form.optional("autoslice").filter("true"::equalsIgnoreCase).isPresent(),
                form.optional("tag").orElse(null),
                Origin.API);
    }

    private static boolean priced(OrderType type) {
        return type == OrderType.LIMIT || type == OrderType.SL;
    }

    private static boolean triggered(OrderType type) {
        return type == OrderType.SL || type == OrderType.SL_M;
    }
}
