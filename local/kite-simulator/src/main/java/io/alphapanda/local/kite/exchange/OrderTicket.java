package io.alphapanda.local.kite.exchange;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What is asked of the exchange, and what an order row says is asked: a modification or the conversion of a market
/// order makes a new ticket of the same order.
///
/// @param price      zero unless LIMIT or SL
/// @param trigger    zero unless SL or SL-M
/// @param ttl        how long a TTL order stays, whole minutes; zero otherwise
/// @param protection market protection in percent, -1 for automatic, 0 for none
/// @param autoslice  split above the freeze quantity
public record OrderTicket(
        Variety variety,
        SimulatedInstrument instrument,
        Side side,
        OrderType type,
        long quantity,
        Product product,
        BigDecimal price,
        BigDecimal trigger,
        long disclosed,
        Validity validity,
        Duration ttl,
        BigDecimal protection,
        boolean autoslice,
        @Nullable String tag,
        Origin origin) {

    /// A regular DAY limit order through the API.
    public static OrderTicket limit(
            SimulatedInstrument instrument, Side side, long quantity, Product product, String price) {
        return new OrderTicket(
                Variety.REGULAR,
                instrument,
                side,
                OrderType.LIMIT,
                quantity,
                product,
                new BigDecimal(price),
                BigDecimal.ZERO,
                0,
                Validity.DAY,
                Duration.ZERO,
                BigDecimal.ZERO,
                false,
                null,
                Origin.API);
    }

    /// A regular DAY market order through the API with that protection in percent.
    public static OrderTicket market(
            SimulatedInstrument instrument, Side side, long quantity, Product product, String protection) {
        return limit(instrument, side, quantity, product, "0")
                .withType(OrderType.MARKET)
                .withProtection(new BigDecimal(protection));
    }

    public OrderTicket withType(OrderType other) {
        return with(other, quantity, price, trigger, disclosed, validity);
    }

    public OrderTicket withQuantity(long other) {
        return with(type, other, price, trigger, disclosed, validity);
    }

    public OrderTicket withPrice(BigDecimal other) {
        return with(type, quantity, other, trigger, disclosed, validity);
    }

    public OrderTicket withTrigger(BigDecimal other) {
        return with(type, quantity, price, other, disclosed, validity);
    }

    public OrderTicket withValidity(Validity other) {
        return with(type, quantity, price, trigger, disclosed, other);
    }

    OrderTicket withDisclosed(long other) {
        return with(type, quantity, price, trigger, other, validity);
    }

    public OrderTicket withProtection(BigDecimal percent) {
        return copy(variety, type, quantity, price, trigger, disclosed, validity, ttl, percent, autoslice, tag, origin);
    }

    public OrderTicket withTag(@Nullable String other) {
        return copy(
                variety,
                type,
                quantity,
                price,
                trigger,
                disclosed,
                validity,
                ttl,
                protection,
                autoslice,
                other,
                origin);
    }

    public OrderTicket withTtl(Duration stays) {
        return copy(
                variety,
                type,
                quantity,
                price,
                trigger,
                disclosed,
                Validity.TTL,
                stays,
                protection,
                autoslice,
                tag,
                origin);
    }

    public OrderTicket withAutoslice(boolean on) {
        return copy(variety, type, quantity, price, trigger, disclosed, validity, ttl, protection, on, tag, origin);
    }

    public OrderTicket withVariety(Variety other) {
        return copy(
                other, type, quantity, price, trigger, disclosed, validity, ttl, protection, autoslice, tag, origin);
    }

    public OrderTicket byHand() {
        return copy(
                variety,
                type,
                quantity,
                price,
                trigger,
                disclosed,
                validity,
                ttl,
                protection,
                autoslice,
                tag,
                Origin.BY_HAND);
    }

    private OrderTicket with(
            OrderType type, long quantity, BigDecimal price, BigDecimal trigger, long disclosed, Validity validity) {
        return copy(
                variety, type, quantity, price, trigger, disclosed, validity, ttl, protection, autoslice, tag, origin);
    }

    private OrderTicket copy(
            Variety variety,
            OrderType type,
            long quantity,
            BigDecimal price,
            BigDecimal trigger,
            long disclosed,
            Validity validity,
            Duration ttl,
            BigDecimal protection,
            boolean autoslice,
            @Nullable String tag,
            Origin origin) {
        return new OrderTicket(
                variety,
                instrument,
                side,
                type,
                quantity,
                product,
                price,
                trigger,
                disclosed,
                validity,
                ttl,
                protection,
                autoslice,
                tag,
                origin);
    }
}
