package io.alphapanda.local.kite.exchange;

import java.time.Instant;
import java.time.format.DateTimeFormatter;

/// Ids as the broker's look like: long digits in strings, never to be read as numbers of 53 bits.
final class OrderIds {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuMMdd");
    private long orders;
    private long exchangeOrders;
    private long trades;

    /// Nineteen digits: the day and a counter.
    String order(Instant now) {
        orders++;
        return "19%s%011d".formatted(DAY.format(now.atZone(India.ZONE)), orders);
    }

    /// Sixteen digits.
    String exchangeOrder() {
        exchangeOrders++;
        return "13%014d".formatted(exchangeOrders);
    }

    String trade() {
        trades++;
        return "%d".formatted(10_000_000L + trades);
    }
}
