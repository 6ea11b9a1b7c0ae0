package io.alphapanda.api.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// Where a row stands in a list that begins with the newest: by its time, then by its id. The next page begins behind
/// it.
///
/// @param time when the row was written down, or what else its list is ordered by
/// @param id   tells rows of one moment apart
public record Newest(Instant time, String id) {

    /// Where the next page begins; without a cursor, at the newest.
    ///
    /// @param list which list the cursor must belong to
    public static Newest read(String list, Optional<String> cursor) {
        return read(list, cursor, Period.ALL);
    }

    /// Where the next page of a part of a list begins; without a cursor, at the newest of it.
    ///
    /// @param within what the part holds; a cursor of another part is none
    public static Newest read(String list, Optional<String> cursor, Period within) {
        return cursor.map(text -> read(list, text, within)).orElse(new Newest(within.to(), ""));
    }

    private static Newest read(String list, String cursor, Period within) {
        var parts = Cursor.read(list, 2, cursor);
        try {
            var time = Instant.parse(parts.getFirst());
            if (within.holds(time)) {
                return new Newest(time, parts.getLast());
            }
        } catch (DateTimeException _) {
            // Told below, like a time out of bounds.
        }
        throw Cursor.bad(cursor);
    }

    /// The cursor that asks for what stands behind this row.
    public String cursor(String list) {
        return Cursor.after(list, time.toString(), id);
    }
}
