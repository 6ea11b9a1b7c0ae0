package io.alphapanda.api.watching;

import io.alphapanda.api.control.TradingStates;
import io.alphapanda.api.lane.ActiveBrokers;
import io.alphapanda.api.watching.HouseState.Comparison;
import io.alphapanda.api.watching.HouseState.Lane;
import io.alphapanda.api.watching.HouseState.Unsent;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the ledger says of the lanes. To be read within one ledger snapshot.
record LaneFacts(List<Lane> lanes, List<Unsent> unsent, List<String> undelivered) {

    private static final Duration RECENT = Duration.ofMinutes(10);
    private static final Duration LAST_HOUR = Duration.ofHours(1);

    private static final String ORDERS = """
            select broker, count(*), count(*) filter (where status in ('REJECTED', 'FAILED')) from orders
            where broker in (:brokers) and recorded_at >= :since group by broker""";

    private static final String COMPARISONS = """
            select distinct on (broker) broker, outcome, cast(extract(epoch from ended_at) * 1000 as bigint)
            from reconciliations where broker in (:brokers) and ended_at >= :since order by broker, id desc""";

    private static final String UNSENT = """
            select stage, broker, count(*), cast(min(extract(epoch from created_at)) * 1000 as bigint)
            from outbox where sent_at is null and broker in (:brokers) and created_at >= :since group by stage, broker""";

    private static final String UNDELIVERED =
            "select distinct channel from notifications where given_up_at >= :since order by channel";

    /// An order's last ten minutes.
    private record Orders(long all, long refused) {
        static final Orders NONE = new Orders(0, 0);
    }

    static Uni<LaneFacts> read(ActiveBrokers brokers, Instant now) {
        return Uni.combine()
                .all()
                .unis(
                        TradingStates.read(),
                        rows(ORDERS, brokers, now.minus(RECENT)),
                        rows(COMPARISONS, brokers, Instant.EPOCH),
                        rows(UNSENT, brokers, Instant.EPOCH),
                        undelivered(now))
                .usingConcurrencyOf(1)
                .with((states, orders, comparisons, unsent, undelivered) -> new LaneFacts(
                        lanes(brokers, states, orders(orders), comparisons(comparisons)),
                        unsent.stream().map(LaneFacts::unsent).toList(),
                        undelivered));
    }

    private static Uni<List<Object[]>> rows(String statement, ActiveBrokers brokers, Instant since) {
        return Panache.getSession().chain(session -> session.createNativeQuery(statement, Object[].class)
                .setParameter("brokers", brokers.names())
                .setParameter("since", since)
                .getResultList());
    }

    private static Uni<List<String>> undelivered(Instant now) {
        return Panache.getSession().chain(session -> session.createNativeQuery(UNDELIVERED, String.class)
                .setParameter("since", now.minus(LAST_HOUR))
                .getResultList());
    }

    private static List<Lane> lanes(
            ActiveBrokers brokers,
            TradingStates states,
            Map<String, Orders> orders,
            Map<String, Comparison> comparisons) {
        return brokers.names().stream()
                .map(name -> {
                    var of = orders.getOrDefault(name, Orders.NONE);
                    return new Lane(
                            name,
                            brokers.lane(name).reality(),
                            states.ofLane(name),
                            of.all,
                            of.refused,
                            Optional.ofNullable(comparisons.get(name)));
                })
                .toList();
    }

    private static Map<String, Orders> orders(List<Object[]> rows) {
        return rows.stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> new Orders(number(row[1]), number(row[2]))));
    }

    private static Map<String, Comparison> comparisons(List<Object[]> rows) {
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> (String) row[0],
                        row -> new Comparison((String) row[1], Instant.ofEpochMilli(number(row[2])))));
    }

    private static Unsent unsent(Object[] row) {
        return new Unsent((String) row[0], (String) row[1], number(row[2]), Instant.ofEpochMilli(number(row[3])));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
