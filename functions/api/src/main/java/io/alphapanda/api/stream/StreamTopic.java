package io.alphapanda.api.stream;

import io.alphapanda.api.problem.ProblemException;
import io.alphapanda.api.problem.ProblemType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What one can listen to.
enum StreamTopic {
    /// Decisions, orders and fills of every lane, one by one.
    ACTIVITY,
    /// Every portfolio's books.
    PORTFOLIOS,
    /// The last price of every instrument.
    PRICES,
    /// How every lane flows.
    PIPELINE,
    /// Whether the database and Redis answer.
    HEALTH,
    /// What a person must be told.
    ALERTS,
    /// What is logged.
    LOGS;

    private static final List<String> LABELS =
            Arrays.stream(values()).map(StreamTopic::label).toList();

    /// As it is written in addresses and events.
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Reads a list such as `activity,alerts`.
    ///
    /// @throws ProblemException if one of them is none, or none is named
    static Set<StreamTopic> read(String text) {
        var topics = EnumSet.noneOf(StreamTopic.class);
        for (var each : text.split(",", -1)) {
            topics.add(of(each.strip(), text));
        }
        return topics;
    }

    private static StreamTopic of(String label, String text) {
        return Arrays.stream(values())
                .filter(each -> each.label().equals(label))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.BAD_PARAMETER,
                        "topics '" + text + "' must be some of " + String.join(", ", LABELS) + ", with commas between",
                        "topics",
                        text,
                        LABELS));
    }
}
