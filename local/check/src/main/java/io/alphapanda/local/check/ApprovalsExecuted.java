package io.alphapanda.local.check;

import java.util.List;

/// Every approval has become an order, and orders and events tell the same of how each ended. What a broker filled
/// beyond what was asked was told to people.
final class ApprovalsExecuted {

    static final Check CHECK = new Check("approvals-executed", """
            select format('%s validated = %s filled + %s failed + %s open', approvals,
                filled, failed, approvals - filled - failed)
                || case when failed > 0 then format(' (%s rejected, %s cancelled, %s expired)', rejected, cancelled, expired)
                   else '' end
                || case when partly > 0 then format(', %s of them filled in part', partly) else '' end
                || case when beyond > 0 then format(', %s filled beyond what was asked', beyond) else '' end
            from (select count(*) as approvals from topic_event where lane = :lane and kind = 'VALIDATED') v,
                 (select count(*) filter (where status = 'FILLED') as filled,
                         count(*) filter (where status in ('CANCELLED', 'REJECTED', 'EXPIRED', 'FAILED')) as failed,
                         count(*) filter (where status in ('CANCELLED', 'REJECTED', 'EXPIRED', 'FAILED')
                             and filled_quantity > 0) as partly,
                         count(*) filter (where filled_quantity > quantity) as beyond,
                         count(*) filter (where status = 'REJECTED') as rejected,
                         count(*) filter (where status = 'CANCELLED') as cancelled,
                         count(*) filter (where status = 'EXPIRED') as expired
                  from orders where broker = :lane) o
            """, List.of("""
                    select format('signal %s was approved and delivered, but has no order', e.signal_id)
                    from topic_event e where e.lane = :lane and e.kind = 'VALIDATED' and e.consumed
                      and not exists (select from orders o where o.signal_id = e.signal_id)
                    """, """
                    select format('order %s stands for signal %s, which was never approved', o.id, o.signal_id)
                    from orders o where o.broker = :lane
                      and not exists (select from decisions d where d.signal_id = o.signal_id and d.approved)
                    """, """
                    select format('order %s is %s, but no event says so', o.id, o.status)
                    from orders o
                    where o.broker = :lane and o.status in ('FILLED', 'CANCELLED', 'REJECTED', 'EXPIRED', 'FAILED')
                      and not exists (select from topic_event e where e.lane = o.broker and e.order_id = o.id
                          and e.version = o.version and e.kind = case o.status when 'FILLED' then 'FILLED' else 'FAILED' end)
                      and not exists (select from outbox b where b.stage = 'trading-engine' and b.sent_at is null
                          and b.event_id = format('%s/v%s', o.id, o.version))
                    """, """
                    select format('order %s became %s at version %s, but no event says so', t.order_id, t.status, t.version)
                    from order_transitions t join orders o on o.id = t.order_id
                    join placements p on p.order_id = o.id and p.send_by is not null
                    where o.broker = :lane and t.status not in ('INTENDED', 'UNKNOWN')
                      and (t.version < o.version or t.status in ('SENDING', 'SUBMITTED', 'PARTIALLY_FILLED'))
                      and not exists (select from topic_event e where e.lane = o.broker and e.order_id = o.id
                          and e.version = t.version and e.status = t.status
                          and e.kind = case t.status when 'SENDING' then 'SUBMITTED' when 'SUBMITTED' then 'ACKNOWLEDGED'
                              when 'PARTIALLY_FILLED' then 'FILLED' when 'FILLED' then 'FILLED' else 'FAILED' end)
                      and not exists (select from outbox b where b.stage = 'trading-engine' and b.sent_at is null
                          and b.event_id = format('%s/v%s', o.id, t.version))
                    """, """
                    select format('event %s says order %s is %s, but the ledger says %s', e.id, e.order_id, e.status,
                        coalesce(o.status || ' at version ' || o.version, 'nothing'))
                    from topic_event e left join orders o on o.id = e.order_id
                    where e.lane = :lane and e.order_id is not null and e.known
                      and (o.id is null or e.version > o.version or (e.version = o.version and e.status <> o.status))
                    """, """
                    select format('order %s is %s with %s of %s filled, and its fills are %s', o.id, o.status,
                        trim_scale(o.filled_quantity), trim_scale(o.quantity), trim_scale(coalesce(f.filled, 0)))
                    from orders o
                    left join (select order_id, sum(quantity) as filled from fills group by 1) f on f.order_id = o.id
                    where o.broker = :lane
                      and (o.filled_quantity <> coalesce(f.filled, 0)
                          or (o.status = 'FILLED') <> (o.filled_quantity >= o.quantity))
                    """, """
                    select format('order %s is filled %s of %s, more than was asked, but no alarm says so', o.id,
                        trim_scale(o.filled_quantity), trim_scale(o.quantity))
                    from orders o
                    where o.broker = :lane and o.filled_quantity > o.quantity
                      and not exists (select from alarms a where a.broker = o.broker and a.code = 'OVERFILLED'
                          and a.subject = o.id)
                    """));

    private ApprovalsExecuted() {}
}
