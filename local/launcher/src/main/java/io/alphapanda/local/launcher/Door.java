package io.alphapanda.local.launcher;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// Which door of the lane stages is open.
enum Door {
    /// A KafkaSource posts each event.
    FUNCTION,
    /// The stages read their lanes' topics themselves.
    STREAM;

    /// As `panda.door` has it.
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws StartException naming the option and what it may be
    static Door of(String label) {
        return Arrays.stream(values())
                .filter(each -> each.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new StartException("--door " + label + " must be "
                        + Arrays.stream(values()).map(Door::label).collect(Collectors.joining(" or "))));
    }
}
