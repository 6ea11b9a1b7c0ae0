package io.alphapanda.api.equity;

import io.alphapanda.api.page.Cursor;
import io.alphapanda.stage.ledger.SnapshotRow;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// Where a point stands on the curve: by market time, then by id. The next page begins behind it.
record EquityKey(Instant asOf, String id) {

    private static final String LIST = "equity";

    static EquityKey read(Optional<String> cursor, Span span) {
        return cursor.map(each -> read(each, span)).orElse(new EquityKey(span.to(), ""));
    }

    private static EquityKey read(String cursor, Span span) {
        var parts = Cursor.read(LIST, 2, cursor);
        try {
            var time = Instant.parse(parts.getFirst());
            if (!time.isBefore(span.from()) && time.isBefore(span.to())) {
                return new EquityKey(time, parts.getLast());
            }
        } catch (DateTimeException _) {
            // Told below, like one of another span.
        }
        throw Cursor.bad(cursor);
    }

    static String cursor(SnapshotRow row) {
        return Cursor.after(LIST, row.asOf.toString(), row.id);
    }
}
