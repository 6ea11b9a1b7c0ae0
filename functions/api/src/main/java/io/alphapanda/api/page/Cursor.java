package io.alphapanda.api.page;

import io.alphapanda.api.problem.ProblemException;
import io.alphapanda.api.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// Where a page ended: the last row's sort key, opaque to the client. Rows that appear or vanish between two pages
/// neither repeat nor hide others.
public final class Cursor {

    private static final int LONGEST = 1_000;
    private static final String SEPARATOR = "\n";

    private Cursor() {}

    /// @param list which list it belongs to
    /// @param key  the last row's sort key
    public static String after(String list, String... key) {
        var text = list + SEPARATOR + String.join(SEPARATOR, key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The sort key in a cursor of this list.
    ///
    /// @param size how many parts the key has
    public static List<String> read(String list, int size, String cursor) {
        if (cursor.length() > LONGEST) {
            throw bad(cursor.substring(0, LONGEST));
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var parts = Arrays.asList(text.split(SEPARATOR, -1));
            if (parts.size() == size + 1
                    && parts.getFirst().equals(list)
                    && parts.stream().allMatch(Cursor::isPlain)) {
                return parts.subList(1, parts.size());
            }
        } catch (IllegalArgumentException _) {
            // Not base64: told below, like a cursor of another list.
        }
        throw bad(cursor);
    }

    /// Printable ASCII, as all names, ids and times are; the database refuses some of the rest.
    private static boolean isPlain(String part) {
        return part.chars().allMatch(each -> each >= ' ' && each <= '~');
    }

    /// The problem of a cursor that is none.
    public static ProblemException bad(String cursor) {
        return ProblemException.of(
                ProblemType.BAD_CURSOR,
                "cursor must be the nextCursor of an earlier page of the same list",
                "cursor",
                cursor,
                List.of());
    }
}
