package io.alphapanda.local.check;

import java.util.List;

/// Fills and bookings of each strategy and instrument are numbered from 1 without gaps or repeats.
final class FillSequences {

    static final Check CHECK = new Check("fill-sequences", """
            select format('%s sequences without a gap', count(*))
            from (select distinct strategy, instrument from fills where broker = :lane) s
            """, List.of(gaps("fills"), gaps("bookings")));

    private FillSequences() {}

    private static String gaps(String table) {
        return """
                select format('%s %s: TABLE are numbered to %s, but %s of them exist; number %s is missing or repeated',
                    strategy, instrument, max(sequence), count(*),
                    min(place) filter (where sequence <> place))
                from (select strategy, instrument, sequence,
                             row_number() over (partition by strategy, instrument order by sequence) as place
                      from TABLE where broker = :lane) numbered
                group by strategy, instrument having bool_or(sequence <> place)
                """.replace("TABLE", table);
    }
}
