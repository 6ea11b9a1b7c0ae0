package io.alphapanda.local.check;

import java.util.List;

/// A signal led to at most one order for each leg in a lane, however often anything was delivered.
final class OneOrderPerLeg {

    static final Check CHECK = new Check("one-order-per-leg", """
            select format('%s orders for %s signals', count(*), count(distinct signal_id))
            from orders where broker = :lane
            """, List.of("""
                    select format('signal %s has %s orders for leg %s: %s', correlation_id, count(*), leg,
                        string_agg(id, ', ' order by id))
                    from (select id, correlation_id, substring(id from '[^/]*$') as leg from orders where broker = :lane) o
                    group by correlation_id, leg having count(*) > 1
                    """, """
                    select format('order %s is not named after its signal %s and a leg', id, signal_id)
                    from orders where broker = :lane
                      and (left(id, length(signal_id) + 1) <> signal_id || '/'
                          or substring(id from length(signal_id) + 2) !~ '^[1-9][0-9]*$')
                    """));

    private OneOrderPerLeg() {}
}
