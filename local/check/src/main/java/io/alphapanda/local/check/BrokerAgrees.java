package io.alphapanda.local.check;

import java.util.List;

/// The ledger of a lane tells what really happened at its simulated broker: no order was sent twice, none ended
/// otherwise, and each trade is a fill, once and with its numbers. A trade of an order that is still open may take a
/// moment to be read.
final class BrokerAgrees {

    static final String NAME = "broker-agrees";

    /// Of a lane whose orders went to a simulated broker that can't be asked any more.
    static final String NOT_COMPARED = "not compared: the simulated broker ended with its house";

    /// Longest time a trade may take to be read from the broker's book, as an interval.
    private static final String A_MOMENT = "interval '30 seconds'";

    /// Whether there is anything to compare.
    static final String APPLIES = """
            select exists (select from orders where broker = :lane and reality = 'SIMULATED')
                or exists (select from broker_order where lane = :lane)
            """;

    private static final String TRADES = """
            (select t.*, b.tag, p.order_id, o.status
             from broker_trade t
             join broker_order b on b.lane = t.lane and b.broker_order_id = t.broker_order_id
             join placements p on p.broker = b.lane and p.tag = b.tag
             join orders o on o.id = p.order_id)
            """;

    static final Check CHECK = new Check(
            NAME,
            """
            select format('%s orders and %s trades at the broker; here %s of %s were taken there, and %s fills',
                (select count(*) from broker_order where lane = :lane and accepted),
                (select count(*) from broker_trade where lane = :lane),
                (select count(distinct t.order_id) from order_transitions t join orders o on o.id = t.order_id
                 where o.broker = :lane and t.status in ('SUBMITTED', 'PARTIALLY_FILLED', 'FILLED')),
                (select count(*) from placements where broker = :lane and send_by is not null),
                (select count(*) from fills where broker = :lane and trade_id is not null))
            """,
            List.of(
                    """
                    select format('the broker took tag %s %s times: orders %s', tag, count(distinct parent_id),
                        string_agg(broker_order_id, ', ' order by broker_order_id))
                    from broker_order where lane = :lane and accepted and tag is not null
                    group by tag having count(distinct parent_id) > 1
                    """,
                    """
                    select format('the broker has order %s (tag %s), which nobody here wrote down', b.broker_order_id,
                        coalesce(b.tag, 'none'))
                    from broker_order b where b.lane = :lane and b.origin = 'API' and not b.late
                      and not exists (select from placements p where p.broker = b.lane and p.tag = b.tag)
                    """, """
                    select format('order %s is to %s %s %s; the broker has %s to %s %s %s', o.id, o.side,
                        trim_scale(o.quantity), o.instrument, b.broker_order_id, b.side, trim_scale(b.quantity), b.instrument)
                    from placements p join orders o on o.id = p.order_id
                    join broker_order b on b.lane = p.broker and b.tag = p.tag and b.parent_id = b.broker_order_id
                    where p.broker = :lane
                      and (o.side, o.instrument, o.quantity) is distinct from (b.side, b.instrument, b.quantity)
                    """, """
                    select format('order %s is %s, but the broker says %s', o.id, o.status, coalesce(b.status, 'nothing'))
                    from placements p join orders o on o.id = p.order_id
                    left join broker_order b on b.lane = p.broker and b.tag = p.tag
                    where p.broker = :lane
                      and case o.status
                          when 'FILLED' then b.status is distinct from 'COMPLETE'
                          when 'CANCELLED' then b.status is distinct from 'CANCELLED'
                          when 'REJECTED' then coalesce(b.status, 'REJECTED') <> 'REJECTED'
                          when 'SUBMITTED' then b.status is null
                          when 'PARTIALLY_FILLED' then b.status is null
                          when 'SENDING' then false
                          when 'UNKNOWN' then false
                          else coalesce(b.accepted, false) end
                    """, """
                    select format('fill %s is of trade %s, which the broker does not know', f.id, coalesce(f.trade_id, 'none'))
                    from fills f join placements p on p.order_id = f.order_id
                    where p.broker = :lane
                      and not exists (select from TRADES t where t.order_id = f.order_id and t.trade_id = f.trade_id)
                    """.replace("TRADES", TRADES), """
                    select format('fill %s is %s at %s, but trade %s is %s at %s', f.id, trim_scale(f.quantity),
                        trim_scale(f.price), t.trade_id, trim_scale(t.quantity), trim_scale(t.price))
                    from TRADES t join fills f on f.order_id = t.order_id and f.trade_id = t.trade_id
                    where t.lane = :lane and (f.quantity, f.price) is distinct from (t.quantity, t.price)
                    """.replace("TRADES", TRADES), """
                    select format('trade %s of order %s (%s at %s) is no fill', t.trade_id, t.order_id, trim_scale(t.quantity),
                        trim_scale(t.price))
                    from TRADES t
                    where t.lane = :lane
                      and (t.status in ('FILLED', 'CANCELLED', 'REJECTED', 'EXPIRED', 'FAILED') or t.at < now() - A_MOMENT)
                      and not exists (select from fills f where f.order_id = t.order_id and f.trade_id = t.trade_id)
                    """.replace(
                                    "TRADES", TRADES)
                            .replace("A_MOMENT", A_MOMENT)));

    private BrokerAgrees() {}
}
