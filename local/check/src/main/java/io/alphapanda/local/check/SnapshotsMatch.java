package io.alphapanda.local.check;

import java.util.List;

/// Each snapshot's cash, realised P&L and fees are the books' at the fills it shows; its equity is what it says its
/// positions are worth; and each was told to the topic. Added up from the bookings, not from the books of today.
final class SnapshotsMatch {

    /// What the bookings of each snapshot's fills come to. A fill's number counts within its instrument.
    private static final String BOOKED = """
            (select s.id, coalesce(sum(f.cash_change), 0) as cash_change, coalesce(sum(f.realized), 0) as realized,
                    coalesce(sum(f.fees), 0) as fees, coalesce(sum(f.fills), 0) as fills
             from snapshots s
             left join lateral jsonb_each_text(s.sequences) shown (instrument, sequence) on true
             left join (select b.broker, b.strategy, b.instrument, b.sequence,
                               sum(b.cash_change) over so_far as cash_change, sum(b.realized) over so_far as realized,
                               sum(f.fees) over so_far as fees, count(*) over so_far as fills
                        from bookings b left join fills f on f.id = b.fill_id
                        where b.broker = :lane
                        window so_far as (partition by b.broker, b.strategy, b.instrument order by b.sequence)) f
                 on f.broker = s.broker and f.strategy = s.strategy and f.instrument = shown.instrument
                    and f.sequence = shown.sequence::bigint
             where s.broker = :lane
             group by s.id)
            """;

    static final Check CHECK = new Check("snapshots-match", """
            select format('%s snapshots of %s portfolios', count(*), count(distinct strategy))
                   || case when count(*) filter (where pricing <> 'CURRENT') > 0
                      then format(' (%s stale, %s without a price)', count(*) filter (where pricing = 'STALE'),
                                  count(*) filter (where pricing = 'MISSING')) else '' end
            from snapshots where broker = :lane
            """, List.of("""
                    select format('snapshot %s: cash %s, realized %s, fees %s after %s bookings; the bookings give cash %s,'
                        ' realized %s, fees %s after %s', s.id, trim_scale(s.cash), trim_scale(s.realized_pnl),
                        trim_scale(s.fees), s.version, trim_scale(s.starting_cash + b.cash_change), trim_scale(b.realized),
                        trim_scale(b.fees), b.fills)
                    from snapshots s join BOOKED b on b.id = s.id
                    where (s.cash, s.realized_pnl, s.fees, s.version) is distinct from
                          (s.starting_cash + b.cash_change, b.realized, b.fees, b.fills)
                    """.replace("BOOKED", BOOKED), """
                    select format('snapshot %s: equity %s, but cash %s + positions %s + unrealized %s', id, trim_scale(equity),
                        trim_scale(cash), trim_scale(cost), trim_scale(unrealized_pnl))
                    from (select s.*, coalesce((select sum((mark ->> 'cost')::numeric)
                                                from jsonb_array_elements(s.data -> 'marks') mark), 0) as cost
                          from snapshots s where s.broker = :lane) s
                    where equity <> cash + cost + unrealized_pnl
                    """, """
                    select format('snapshot %s was never recorded to be sent', s.id)
                    from snapshots s
                    where s.broker = :lane and not exists (select from outbox o where o.event_id = s.id)
                    """));

    private SnapshotsMatch() {}
}
