package io.alphapanda.local.check;

import java.util.List;

/// Every record can be read, and records of one id are one event: the same to the byte. That an event lies there
/// twice is legal.
final class EventsConsistent {

    static final Check CHECK = new Check("events-consistent", """
            select format('%s records, %s duplicates', count(*), count(*) - count(distinct (kind, id)))
            from topic_record where lane = :lane and trouble is null
            """, List.of("""
                    select format('record %s of %s %s%s', place, topic, trouble, coalesce(' (ce_id ' || id || ')', ''))
                    from topic_record where lane = :lane and trouble is not null
                    """, """
                    select format('event %s lies on %s with %s different contents, at %s', id, topic,
                        count(distinct fingerprint), string_agg(place, ', ' order by place))
                    from topic_record where lane = :lane and trouble is null
                    group by topic, id having count(distinct fingerprint) > 1
                    """));

    private EventsConsistent() {}
}
