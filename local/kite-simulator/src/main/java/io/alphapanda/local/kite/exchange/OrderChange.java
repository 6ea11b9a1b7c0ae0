package io.alphapanda.local.kite.exchange;

import java.math.BigDecimal;
import java.util.Optional;

/// A modification: only what is present changes.
public record OrderChange(
        Optional<OrderType> type,
        Optional<Long> quantity,
        Optional<BigDecimal> price,
        Optional<BigDecimal> trigger,
        Optional<Long> disclosed,
        Optional<Validity> validity,
        Optional<BigDecimal> protection) {

    /// Another limit price, nothing else.
    public static OrderChange price(String price) {
        return new OrderChange(
                Optional.empty(),
                Optional.empty(),
                Optional.of(new BigDecimal(price)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    OrderTicket applyTo(OrderTicket ticket) {
        OrderType newType = type.orElse(ticket.type());
        return ticket.withType(newType)
                .withQuantity(quantity.orElse(ticket.quantity()))
                .withPrice(newType.priced() ? price.orElse(ticket.price()) : BigDecimal.ZERO)
                .withTrigger(newType.triggered() ? trigger.orElse(ticket.trigger()) : BigDecimal.ZERO)
                .withDisclosed(disclosed.orElse(ticket.disclosed()))
                .withValidity(validity.orElse(ticket.validity()))
                .withProtection(protection.orElse(ticket.protection()));
    }
}
