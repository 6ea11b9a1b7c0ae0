package io.alphapanda.local.check;

import java.util.List;

/// Every signal that was raised is decided, once, and its decision is on the topic; nothing else was decided.
final class SignalsDecided {

    static final Check CHECK = new Check("signals-decided", """
            select format('%s signals = %s validated + %s rejected',
                count(*) filter (where kind = 'RAW'),
                count(*) filter (where kind = 'VALIDATED'),
                count(*) filter (where kind = 'REJECTED'))
                || coalesce((select format(' + %s not delivered yet', nullif(count(*), 0)) from topic_event e
                    where e.lane = :lane and e.kind = 'RAW' and not e.consumed
                      and not exists (select from decisions d where d.signal_id = e.id)
                    having count(*) > 0), '')
            from topic_event where lane = :lane
            """, List.of("""
                    select format('signal %s was raised and delivered, but never decided', e.id)
                    from topic_event e where e.lane = :lane and e.kind = 'RAW' and e.consumed
                      and not exists (select from decisions d where d.signal_id = e.id)
                    """, """
                    select format('signal %s was decided, but never raised', d.signal_id)
                    from decisions d where d.broker = :lane
                      and not exists (select from topic_event e where e.kind = 'RAW' and e.lane = d.broker and e.id = d.signal_id)
                    """, """
                    select format('signal %s was written down, but not its decision', s.id)
                    from signals s where s.broker = :lane
                      and not exists (select from decisions d where d.signal_id = s.id)
                    """, """
                    select format('signal %s was %s, but no event says so', d.signal_id,
                        case when d.approved then 'approved' else 'denied' end)
                    from decisions d where d.broker = :lane
                      and not exists (select from topic_event e where e.lane = d.broker and e.signal_id = d.signal_id
                          and e.kind = case when d.approved then 'VALIDATED' else 'REJECTED' end)
                      and not exists (select from outbox o where o.stage = 'risk-manager' and o.cause_id = d.signal_id
                          and o.sent_at is null)
                    """, """
                    select format('event %s says signal %s was %s, but the ledger says %s', e.id, e.signal_id, lower(e.kind),
                        case when d.approved then 'approved' when not d.approved then 'denied' else 'nothing' end)
                    from topic_event e left join decisions d on d.signal_id = e.signal_id
                    where e.lane = :lane and e.kind in ('VALIDATED', 'REJECTED') and e.known
                      and d.approved is distinct from (e.kind = 'VALIDATED')
                    """));

    private SignalsDecided() {}
}
