package io.alphapanda.local.check;

import java.util.List;

/// Redis shows the ledger's books. A view may be behind for a moment after a booking, never ahead and never different.
final class ViewsMatch {

    /// Longest time a view may take to follow, as an interval.
    private static final String A_MOMENT = "interval '5 seconds'";

    static final Check CHECK =
            new Check("views-match", """
            select format('%s portfolios and %s positions in Redis',
                (select count(*) from view_portfolio where lane = :lane),
                (select count(*) from view_position where lane = :lane))
            """, List.of("""
                    select format('%s:portfolio:%s shows %s, but the ledger is at version %s', p.broker, p.strategy,
                        coalesce('version ' || v.version, 'nothing'), p.version)
                    from portfolios p left join view_portfolio v on v.lane = p.broker and v.strategy = p.strategy
                    where p.broker = :lane
                      and (coalesce(v.version, -1) > p.version
                          or (coalesce(v.version, -1) < p.version and p.changed_at < now() - A_MOMENT))
                    """.replace("A_MOMENT", A_MOMENT), """
                    select format('%s:portfolio:%s shows cash %s, realized %s, fees %s of starting cash %s; the ledger has'
                        ' cash %s, realized %s, fees %s of %s', p.broker, p.strategy,
                        trim_scale(v.cash), trim_scale(v.realized_pnl), trim_scale(v.fees), trim_scale(v.starting_cash),
                        trim_scale(p.cash), trim_scale(p.realized_pnl), trim_scale(p.fees), trim_scale(p.starting_cash))
                    from portfolios p join view_portfolio v on v.lane = p.broker and v.strategy = p.strategy
                    where p.broker = :lane and v.version = p.version
                      and (v.cash, v.realized_pnl, v.fees, v.starting_cash) is distinct from
                          (p.cash, p.realized_pnl, p.fees, p.starting_cash)
                    """, """
                    select format('%s:positions:%s shows for %s quantity %s, cost %s, realized %s, fees %s after fill %s;'
                        ' the ledger has quantity %s, cost %s, realized %s, fees %s after fill %s',
                        h.broker, h.instrument, h.strategy,
                        trim_scale(v.quantity), trim_scale(v.cost), trim_scale(v.realized_pnl), trim_scale(v.fees), v.sequence,
                        trim_scale(h.quantity), trim_scale(h.cost), trim_scale(h.realized_pnl), trim_scale(h.fees), h.sequence)
                    from positions h
                    join portfolios p on p.broker = h.broker and p.strategy = h.strategy
                    join view_portfolio shown
                        on shown.lane = h.broker and shown.strategy = h.strategy and shown.version = p.version
                    left join view_position v
                        on v.lane = h.broker and v.strategy = h.strategy and v.instrument = h.instrument
                    where h.broker = :lane
                      and (v.quantity, v.cost, v.realized_pnl, v.fees, v.sequence) is distinct from
                          (h.quantity, h.cost, h.realized_pnl, h.fees, h.sequence)
                    """, """
                    select format('%s:portfolio:%s is of no portfolio in the ledger', v.lane, v.strategy)
                    from view_portfolio v where v.lane = :lane
                      and not exists (select from portfolios p where p.broker = v.lane and p.strategy = v.strategy)
                    """, """
                    select format('%s:positions:%s of %s is of no position in the ledger', v.lane, v.instrument, v.strategy)
                    from view_position v where v.lane = :lane
                      and not exists (select from positions h where h.broker = v.lane and h.strategy = v.strategy
                          and h.instrument = v.instrument)
                    """));

    private ViewsMatch() {}
}
