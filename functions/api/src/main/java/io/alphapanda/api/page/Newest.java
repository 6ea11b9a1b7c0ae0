package io.alphapanda.api.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// Where a row stands in a list that begins with the newest: by the time it was written down, then by its id. The next
/// page begins behind it.
///
/// @param recordedAt when the row was written down
/// @param id         tells rows of one moment apart
public record Newest(Instant recordedAt, String id) {

    /// The database's times reach a little further; nothing was recorded out there.
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    /// In front of the whole list.
    private static final Newest BEGIN = new Newest(LATEST, "");

    /// Where the next page begins; without a cursor, at the newest.
    ///
    /// @param list which list the cursor must belong to
    public static Newest read(String list, Optional<String> cursor) {
        return cursor.map(text -> read(list, text)).orElse(BEGIN);
    }

    private static Newest read(String list, String cursor) {
        var parts = Cursor.read(list, 2, cursor);
        try {
            var time = Instant.parse(parts.getFirst());
            if (!time.isBefore(EARLIEST) && !time.isAfter(LATEST)) {
                return new Newest(time, parts.getLast());
            }
        } catch (DateTimeException _) {
            // Told below, like a time out of bounds.
        }
        throw Cursor.bad(cursor);
    }

    /// The cursor that asks for what stands behind this row.
    public String cursor(String list) {
        return Cursor.after(list, recordedAt.toString(), id);
    }
}
