package io.alphapanda.local.check;

import java.util.List;

/// No event was undeliverable.
final class NoDeadLetters {

    private static final String NAME = "no-dead-letters";

    private static final String SUMMARY = """
            select format('%s on %s dead-letter topics', coalesce(sum(records), 0), count(*))
            from dead_letters where lane = :lane
            """;

    private static final List<String> DIFFERENCES = List.of("""
            select format('%s on %s', records, topic) from dead_letters where lane = :lane and records > 0
            """);

    static final Check OF_A_LANE = new Check(NAME, SUMMARY, DIFFERENCES);

    /// The shared topics': ticks and control.
    static final Check OF_THE_HOUSE = new Check(NAME, SUMMARY, DIFFERENCES);

    private NoDeadLetters() {}
}
