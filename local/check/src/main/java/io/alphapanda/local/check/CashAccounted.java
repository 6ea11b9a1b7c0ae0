package io.alphapanda.local.check;

import java.util.List;

/// cash + positions at cost = starting cash + realised − fees, to the last digit, in every portfolio.
final class CashAccounted {

    static final Check CHECK = new Check("cash-accounted", """
            select format('cash %s + positions at cost %s = starting cash %s + realized %s - fees %s',
                trim_scale(coalesce(sum(cash), 0)),
                trim_scale(coalesce((select sum(cost) from positions where broker = :lane), 0)),
                trim_scale(coalesce(sum(starting_cash), 0)), trim_scale(coalesce(sum(realized_pnl), 0)),
                trim_scale(coalesce(sum(fees), 0)))
            from portfolios where broker = :lane
            """, List.of("""
                    select format('portfolio %s: cash %s + positions at cost %s = %s, but starting cash %s + realized %s - fees %s = %s',
                        p.strategy, trim_scale(p.cash), trim_scale(coalesce(h.cost, 0)), trim_scale(p.cash + coalesce(h.cost, 0)),
                        trim_scale(p.starting_cash), trim_scale(p.realized_pnl), trim_scale(p.fees),
                        trim_scale(p.starting_cash + p.realized_pnl - p.fees))
                    from portfolios p
                    left join (select strategy, sum(cost) as cost from positions where broker = :lane group by 1) h
                        on h.strategy = p.strategy
                    where p.broker = :lane and p.cash + coalesce(h.cost, 0) <> p.starting_cash + p.realized_pnl - p.fees
                    """, """
                    select format('portfolio %s: realized %s and fees %s, but its positions realized %s and paid fees %s',
                        h.strategy, coalesce(trim_scale(p.realized_pnl)::text, 'none'),
                        coalesce(trim_scale(p.fees)::text, 'none'), trim_scale(h.realized), trim_scale(h.fees))
                    from (select strategy, sum(realized_pnl) as realized, sum(fees) as fees
                          from positions where broker = :lane group by 1) h
                    left join portfolios p on p.broker = :lane and p.strategy = h.strategy
                    where (p.realized_pnl, p.fees) is distinct from (h.realized, h.fees)
                    """));

    private CashAccounted() {}
}
