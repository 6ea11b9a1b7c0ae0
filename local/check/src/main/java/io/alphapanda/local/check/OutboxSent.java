package io.alphapanda.local.check;

import java.util.List;

/// Everything decided was sent, lies on its topic as it was recorded, and nothing else lies there. An event may wait
/// a moment between its commit and the note that it was sent.
final class OutboxSent {

    static final Check CHECK = new Check("outbox-sent", """
            select format('%s events sent', count(*) filter (where sent_at is not null))
                || case when bool_or(sent_at is null)
                   then format(', %s not yet', count(*) filter (where sent_at is null)) else '' end
            from outbox where broker = :lane
            """, List.of("""
                    select format('event %s of %s for %s was not sent', event_id, stage, topic)
                    from outbox where broker = :lane and sent_at is null and created_at < now() - interval '5 seconds'
                    """, """
                    select format('event %s of %s was sent, but is not on %s', o.event_id, o.stage, o.topic)
                    from outbox o where o.broker = :lane and o.sent_at is not null
                      and not exists (select from told_event e where e.id = o.event_id and e.topic = o.topic)
                    """, """
                    select format('event %s on %s has other data than was recorded', o.event_id, o.topic)
                    from outbox o join told_event e on e.id = o.event_id and e.topic = o.topic
                    where o.broker = :lane and e.data_md5 <> md5(o.data)
                    """, """
                    select format('event %s on %s was never recorded', e.id, e.topic)
                    from topic_event e
                    where e.lane = :lane and e.known
                      and e.kind in ('VALIDATED', 'REJECTED', 'SUBMITTED', 'ACKNOWLEDGED', 'FILLED', 'FAILED',
                                     'SNAPSHOT')
                      and not exists (select from outbox o where o.event_id = e.id and o.topic = e.topic)
                    """));

    private OutboxSent() {}
}
