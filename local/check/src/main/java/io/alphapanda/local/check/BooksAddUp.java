package io.alphapanda.local.check;

import java.util.List;

/// The ledger's books are what the fill events give when they are booked again, one after the other.
final class BooksAddUp {

    static final Check CHECK = new Check("books-add-up", """
            select format('%s portfolios, %s positions = %s fill events booked again',
                (select count(*) from portfolios where broker = :lane),
                (select count(*) from positions where broker = :lane),
                (select count(*) from rebooked_fill where lane = :lane))
            """, List.of("""
                    select format('position %s %s: the ledger has quantity %s, cost %s, realized %s, fees %s after fill %s;'
                        ' the fill events give quantity %s, cost %s, realized %s, fees %s after fill %s',
                        p.strategy, p.instrument, trim_scale(p.quantity), trim_scale(p.cost), trim_scale(p.realized_pnl),
                        trim_scale(p.fees), p.sequence, trim_scale(coalesce(r.quantity, 0)), trim_scale(coalesce(r.cost, 0)),
                        trim_scale(coalesce(r.realized_pnl, 0)), trim_scale(coalesce(r.fees, 0)), coalesce(r.sequence, 0))
                    from positions p
                    left join rebooked_position r
                        on r.lane = p.broker and r.strategy = p.strategy and r.instrument = p.instrument
                    where p.broker = :lane
                      and (p.quantity, p.cost, p.realized_pnl, p.fees, p.sequence) is distinct from
                          (coalesce(r.quantity, 0), coalesce(r.cost, 0), coalesce(r.realized_pnl, 0), coalesce(r.fees, 0),
                           coalesce(r.sequence, 0))
                    """, """
                    select format('portfolio %s: the ledger has cash %s, realized %s, fees %s after %s bookings;'
                        ' the fill events give cash %s, realized %s, fees %s after %s',
                        p.strategy, trim_scale(p.cash), trim_scale(p.realized_pnl), trim_scale(p.fees), p.version,
                        trim_scale(p.starting_cash + coalesce(r.cash_change, 0)), trim_scale(coalesce(r.realized, 0)),
                        trim_scale(coalesce(r.fees, 0)), coalesce(r.bookings, 0))
                    from portfolios p
                    left join (select strategy, sum(cash_change) as cash_change, sum(realized) as realized, sum(fees) as fees,
                                      count(*) as bookings
                               from rebooked_fill where lane = :lane group by 1) r on r.strategy = p.strategy
                    where p.broker = :lane
                      and (p.cash, p.realized_pnl, p.fees, p.version) is distinct from
                          (p.starting_cash + coalesce(r.cash_change, 0), coalesce(r.realized, 0), coalesce(r.fees, 0),
                           coalesce(r.bookings, 0))
                    """, """
                    select format('booking of %s: the ledger has cash %s, realized %s; the fill event gives cash %s, realized %s',
                        b.fill_id, trim_scale(b.cash_change), trim_scale(b.realized), trim_scale(r.cash_change),
                        trim_scale(r.realized))
                    from bookings b join rebooked_fill r on r.fill_id = b.fill_id
                    where b.broker = :lane and (b.cash_change, b.realized) is distinct from (r.cash_change, r.realized)
                    """));

    private BooksAddUp() {}
}
