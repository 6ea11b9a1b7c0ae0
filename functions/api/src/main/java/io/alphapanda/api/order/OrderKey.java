package io.alphapanda.api.order;

import io.alphapanda.api.page.Cursor;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// Where an order stands in the list: by time, then by id. The next page begins behind it.
record OrderKey(Instant recordedAt, String id) {

    private static final String LIST = "orders";

    /// The database's times reach a little further; nothing was recorded out there.
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    /// In front of the whole list.
    static final OrderKey BEGIN = new OrderKey(LATEST, "");

    static OrderKey read(Optional<String> cursor) {
        return cursor.map(OrderKey::read).orElse(BEGIN);
    }

    private static OrderKey read(String cursor) {
        var parts = Cursor.read(LIST, 2, cursor);
        try {
            var time = Instant.parse(parts.getFirst());
            if (!time.isBefore(EARLIEST) && !time.isAfter(LATEST)) {
                return new OrderKey(time, parts.getLast());
            }
        } catch (DateTimeException _) {
            // Told below, like a time out of bounds.
        }
        throw Cursor.bad(cursor);
    }

    String cursor() {
        return Cursor.after(LIST, recordedAt.toString(), id);
    }
}
