package io.alphapanda.local.check;

import java.util.List;

/// Every fill is told once and booked once, with the same numbers everywhere.
final class FillsBookedOnce {

    static final Check CHECK = new Check("fills-booked-once", """
            select format('%s fills = %s fill events = %s bookings', fills, events, bookings)
                || case when bookings < events then format(' + %s not delivered yet', waiting) else '' end
            from (select count(*) as fills from fills where broker = :lane) f,
                 (select count(*) as events, count(*) filter (where not consumed and not exists
                      (select from bookings b where b.fill_id = e.fill_id)) as waiting
                  from topic_event e where lane = :lane and kind = 'FILLED') e,
                 (select count(*) as bookings from bookings where broker = :lane) b
            """, List.of("""
                    select format('fill %s of %s at %s has no event', f.id, trim_scale(f.quantity), trim_scale(f.price))
                    from fills f where f.broker = :lane
                      and not exists (select from topic_event e where e.lane = f.broker and e.kind = 'FILLED' and e.id = f.event_id)
                      and not exists (select from outbox o where o.stage = 'trading-engine' and o.event_id = f.event_id
                          and o.sent_at is null)
                    """, """
                    select format('event %s tells of fill %s, which the ledger does not know', e.id, e.fill_id)
                    from topic_event e where e.lane = :lane and e.kind = 'FILLED' and e.known
                      and not exists (select from fills f where f.id = e.fill_id)
                    """, """
                    select format('fill %s is number %s, %s %s at %s, fees %s; its event %s says number %s, %s %s at %s, fees %s',
                        f.id, f.sequence, f.side, trim_scale(f.quantity), trim_scale(f.price), trim_scale(f.fees),
                        e.id, e.sequence, e.side, trim_scale(e.quantity), trim_scale(e.price), trim_scale(e.fees))
                    from topic_event e join fills f on f.id = e.fill_id
                    where e.lane = :lane and e.kind = 'FILLED'
                      and (e.id, e.strategy, e.instrument, e.side, e.sequence, e.quantity, e.price, e.fees)
                          is distinct from
                          (f.event_id, f.strategy, f.instrument, f.side, f.sequence, f.quantity, f.price, f.fees)
                    """, """
                    select format('fill %s is told by %s events: %s', fill_id, count(*), string_agg(id, ', ' order by id))
                    from topic_event where lane = :lane and kind = 'FILLED' group by fill_id having count(*) > 1
                    """, """
                    select format('fill %s was told and delivered, but never booked', e.fill_id)
                    from topic_event e where e.lane = :lane and e.kind = 'FILLED' and e.consumed
                      and not exists (select from bookings b where b.fill_id = e.fill_id)
                    """, """
                    select format('booking of %s (cash %s) has no fill', b.fill_id, trim_scale(b.cash_change))
                    from bookings b where b.broker = :lane and not exists (select from fills f where f.id = b.fill_id)
                    """, """
                    select format('fill %s is number %s of %s %s, but was booked as number %s of %s %s', f.id,
                        f.sequence, f.strategy, f.instrument, b.sequence, b.strategy, b.instrument)
                    from bookings b join fills f on f.id = b.fill_id
                    where b.broker = :lane
                      and (b.broker, b.strategy, b.instrument, b.sequence)
                          is distinct from (f.broker, f.strategy, f.instrument, f.sequence)
                    """));

    private FillsBookedOnce() {}
}
