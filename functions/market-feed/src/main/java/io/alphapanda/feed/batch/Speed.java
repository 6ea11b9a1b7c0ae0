package io.alphapanda.feed.batch;

import java.util.regex.Pattern;

/// How fast event time passes.
public sealed interface Speed {

    /// As fast as the lanes can follow.
    record Max() implements Speed {
        @Override
        public String toString() {
            return "max";
        }
    }

    /// So many times as fast as the market did.
    record Times(int factor) implements Speed {
        @Override
        public String toString() {
            return factor + "x";
        }
    }

    int FASTEST = 1_000;
    Pattern FORM = Pattern.compile("([0-9]{1,4})x");

    /// @throws IllegalArgumentException if it is neither `max` nor `1x` to `1000x`
    static Speed of(String text) {
        if (text.equals("max")) {
            return new Max();
        }
        var times = FORM.matcher(text);
        if (times.matches()) {
            int factor = Integer.parseInt(times.group(1));
            if (factor >= 1 && factor <= FASTEST) {
                return new Times(factor);
            }
        }
        throw new IllegalArgumentException("'" + text + "' must be max or 1x to " + FASTEST + "x; try 60x");
    }
}
