package io.alphapanda.local.check;

import java.util.List;

/// Nothing of one broker is in another's lane: by attribute, by data, by id, by topic, in the ledger and in Redis.
final class Isolation {

    private static final String NAME = "isolation";

    /// Every row of a lane, with the id that says whose it is.
    private static final String ROWS = """
            (select 'signals' as place, id, broker from signals
             union all select 'decisions', signal_id, broker from decisions
             union all select 'reservations', signal_id, broker from reservations
             union all select 'orders', id, broker from orders
             union all select 'orders', signal_id, broker from orders
             union all select 'placements', order_id, broker from placements
             union all select 'fills', id, broker from fills
             union all select 'fills', order_id, broker from fills
             union all select 'fills', event_id, broker from fills
             union all select 'bookings', fill_id, broker from bookings
             union all select 'snapshots', id, broker from snapshots
             union all select 'inbox', event_id, broker from inbox where event_id like '%@%'
             union all select 'outbox', event_id, broker from outbox where event_id like '%@%'
             union all select 'outbox', cause_id, broker from outbox where cause_id like '%@%')
            """;

    static final Check OF_A_LANE =
            new Check(NAME, """
            select format('%s records, %s ledger rows, %s keys',
                (select count(*) from topic_record where lane = :lane),
                (select count(*) from ROWS r where broker = :lane),
                (select count(*) from view_portfolio where lane = :lane)
                + (select count(distinct instrument) from view_position where lane = :lane))
            """.replace("ROWS", ROWS), List.of("""
                    select format('event %s on %s (%s) is marked as broker %s', id, topic, place, coalesce(broker, 'nobody'))
                    from topic_record where lane = :lane and trouble is null and broker is distinct from lane
                    """, """
                    select format('event %s on %s (%s) carries data of broker %s', id, topic, place,
                        coalesce(data_broker, 'nobody'))
                    from topic_record where lane = :lane and trouble is null and data_broker is distinct from lane
                    """, """
                    select format('event %s on %s (%s) has an id of broker %s', id, topic, place,
                        coalesce(substring(id from '.*@([^/]*)'), 'nobody'))
                    from topic_record where lane = :lane and trouble is null
                      and substring(id from '.*@([^/]*)') is distinct from lane
                    """, """
                    select format('a row of %s in the books of %s belongs to %s', place, broker, id)
                    from ROWS r where broker = :lane and substring(id from '.*@([^/]*)') is distinct from broker
                    """.replace("ROWS", ROWS), """
                    select format('event %s of %s was recorded for topic %s', event_id, broker, topic)
                    from outbox where broker = :lane and left(topic, length(broker) + 1) <> broker || '.'
                      and topic <> 'control.trading-state'
                    """, """
                    select format('%s:portfolio:%s shows a portfolio of broker %s', lane, strategy, coalesce(broker, 'nobody'))
                    from view_portfolio where lane = :lane and broker is distinct from lane
                    """));

    /// Nothing belongs to a broker the house does not have.
    static final Check OF_THE_HOUSE = new Check(
            NAME,
            "select format('%s brokers: %s', count(*), string_agg(name, ', ' order by name)) from broker",
            List.of("""
                    select format('%s rows of %s belong to broker %s, which is not in the house, such as %s', count(*), place,
                        broker, min(id))
                    from (select * from ROWS lanes
                          union all select 'portfolios', strategy, broker from portfolios
                          union all select 'positions', strategy || ' ' || instrument, broker from positions
                          union all select 'broker_sessions', user_id, broker from broker_sessions
                          union all select 'alarms', code || ' of ' || subject, broker from alarms) r
                    where not exists (select from broker b where b.name = r.broker)
                    group by place, broker
                    """.replace("ROWS", ROWS)));

    private Isolation() {}
}
