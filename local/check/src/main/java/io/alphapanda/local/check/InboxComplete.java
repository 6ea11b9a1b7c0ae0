package io.alphapanda.local.check;

import java.util.List;

/// Every event delivered to a stage is in its inbox, and nothing is there that was never published.
final class InboxComplete {

    private static final String STAGES = """
            (values ('RAW', 'risk-manager'), ('VALIDATED', 'trading-engine'), ('FILLED', 'portfolio-manager'))
            """;

    static final Check CHECK = new Check("inbox-complete", """
            select format('%s events taken in', count(*)) from inbox where broker = :lane
            """, List.of("""
                    select format('event %s on %s was delivered, but is not in the inbox of %s', e.id, e.topic, s.stage)
                    from topic_event e join STAGES s (kind, stage) on s.kind = e.kind
                    where e.lane = :lane and e.consumed
                      and not exists (select from inbox i where i.stage = s.stage and i.event_id = e.id)
                    """.replace("STAGES", STAGES), """
                    select format('event %s is in the inbox of %s, but on no topic', i.event_id, i.stage)
                    from inbox i
                    where i.broker = :lane and i.event_id like '%@%'
                      and i.stage in ('risk-manager', 'trading-engine', 'portfolio-manager')
                      and not exists (select from topic_event e where e.lane = i.broker and e.id = i.event_id)
                    """));

    private InboxComplete() {}
}
