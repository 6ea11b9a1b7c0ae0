package io.alphapanda.local.kite.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An order as the book shows it at one moment; its history is a list of these.
///
/// @param exchangeOrderId null until the exchange has accepted it
/// @param status          as on the wire; may be one that no document knows
/// @param placedAt        `order_timestamp`: the last time the broker touched it
/// @param cancelled       what a cancellation left unfilled; `pending` keeps that number too, as recorded
/// @param tags            the caller's tag and the broker's own (`mktp`, `autoslice` ...)
public record OrderRow(
        String userId,
        String orderId,
        @Nullable String exchangeOrderId,
        @Nullable String parentOrderId,
        String status,
        @Nullable String statusMessage,
        @Nullable String statusMessageRaw,
        Instant placedAt,
        @Nullable Instant exchangeAt,
        @Nullable Instant exchangeUpdateAt,
        OrderTicket ticket,
        boolean modified,
        BigDecimal averagePrice,
        long filled,
        long pending,
        long cancelled,
        List<String> tags) {}
