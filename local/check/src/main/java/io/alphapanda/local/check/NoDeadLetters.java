package io.alphapanda.local.check;

import java.util.List;

/// No event was undeliverable, or those that were have been replayed: what came of them, the other checks tell.
final class NoDeadLetters {

    private static final String NAME = "no-dead-letters";

    private static final String LETTERS = """
            from (select records, topic, (select count(*) from replays where replays.topic = dead_letters.topic) as replayed
                  from dead_letters where lane = :lane) letters
            """;

    private static final String SUMMARY = """
            select format('%s on %s dead-letter topics', coalesce(sum(records), 0), count(*))
                   || case when sum(replayed) > 0 then format(', %s replayed', sum(replayed)) else '' end
            """ + LETTERS;

    private static final List<String> DIFFERENCES = List.of("""
            select format('%s on %s', records, topic)
                   || case when replayed > 0 then format(', %s replayed', replayed) else '' end
            """ + LETTERS + " where records > replayed");

    static final Check OF_A_LANE = new Check(NAME, SUMMARY, DIFFERENCES);

    /// The shared topics': ticks and control.
    static final Check OF_THE_HOUSE = new Check(NAME, SUMMARY, DIFFERENCES);

    private NoDeadLetters() {}
}
