package io.alphapanda.domain.market;

import java.util.regex.Pattern;

/// The name of a stream of ticks. Two runs of the same file differ in this alone.
///
/// @param value lower-case letters, digits, `.` and `-`; at most 48
public record StreamId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9.-]{0,47}");

    public StreamId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("stream '" + value + "' must match " + FORM);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
