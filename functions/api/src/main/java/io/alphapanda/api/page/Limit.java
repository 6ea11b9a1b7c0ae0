package io.alphapanda.api.page;

import io.alphapanda.api.problem.ProblemException;
import io.alphapanda.api.problem.ProblemType;
import java.util.List;

/// How many rows one page holds at most.
///
/// @param rows 1 to 500
public record Limit(int rows) {

    public static final int MOST = 500;
    public static final String DEFAULT = "100";

    /// Reads the parameter `limit`.
    public static Limit of(String text) {
        try {
            int rows = Integer.parseInt(text);
            if (rows >= 1 && rows <= MOST) {
                return new Limit(rows);
            }
        } catch (NumberFormatException _) {
            // Told below, like a number out of bounds.
        }
        throw ProblemException.of(
                ProblemType.BAD_PARAMETER,
                "limit '" + text + "' must be a whole number from 1 to " + MOST,
                "limit",
                text,
                List.of("1.." + MOST));
    }
}
