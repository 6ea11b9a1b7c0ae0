package io.alphapanda.api.page;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// One page of a list, and how to ask for the next.
///
/// @param rows       at most as many as asked for
/// @param nextCursor empty on the last page
public record Slice<T>(List<T> rows, Optional<String> nextCursor) {

    /// Cuts what was read, one row more than asked for, down to a page.
    ///
    /// @param cursor the cursor behind a row
    public static <T> Slice<T> of(List<T> read, Limit limit, Function<T, String> cursor) {
        if (read.size() <= limit.rows()) {
            return new Slice<>(read, Optional.empty());
        }
        var shown = read.subList(0, limit.rows());
        return new Slice<>(shown, Optional.of(cursor.apply(shown.getLast())));
    }

    /// The same page of something made from each row.
    public <R> Slice<R> map(Function<T, R> line) {
        return new Slice<>(rows.stream().map(line).toList(), nextCursor);
    }
}
