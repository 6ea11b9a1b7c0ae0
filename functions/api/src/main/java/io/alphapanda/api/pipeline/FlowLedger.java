package io.alphapanda.api.pipeline;

import io.alphapanda.api.page.Period;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/// Counts of what the stages wrote down, in one statement a table. To be used within one ledger snapshot.
final class FlowLedger {

    /// Each row: lane, count, newest (epoch milliseconds), median and 95 % of the delay (milliseconds).
    private static final String FLOW = """
            select broker, count(*), cast(max(extract(epoch from at)) * 1000 as bigint),
                cast(percentile_disc(0.5) within group (order by extract(epoch from at - due)) * 1000 as bigint),
                cast(percentile_disc(0.95) within group (order by extract(epoch from at - due)) * 1000 as bigint)
            from (%s) done group by broker""";

    private static final String DECISIONS = """
            select broker, recorded_at at, due_at due from signals
            where broker in (:brokers) and recorded_at >= :from and recorded_at < :to""";

    private static final String FILLS = """
            select f.broker, f.recorded_at at, o.due_at due from fills f join orders o on o.id = f.order_id
            where f.broker in (:brokers) and f.recorded_at >= :from and f.recorded_at < :to""";

    private static final String BOOKINGS = """
            select broker, booked_at at, due_at due from bookings
            where broker in (:brokers) and booked_at >= :from and booked_at < :to""";

    private final List<String> brokers;
    private final Period period;

    FlowLedger(List<String> brokers, Period period) {
        this.brokers = brokers;
        this.period = period;
    }

    /// One lane's part of a stage.
    ///
    /// @param broker       the lane
    /// @param count        how many
    /// @param lastAt       the newest
    /// @param medianMillis of their delays
    /// @param p95Millis    of their delays
    record Flow(String broker, long count, Instant lastAt, long medianMillis, long p95Millis) {}

    /// @param broker  the lane
    /// @param name    a status, or whether it was approved
    /// @param count   how many
    record Count(String broker, String name, long count) {}

    /// @param stage  whose
    /// @param broker the lane
    /// @param count  how many
    /// @param oldest when the oldest was decided
    record Unsent(String stage, String broker, long count, Instant oldest) {}

    Uni<List<Flow>> decisions() {
        return flow(DECISIONS);
    }

    Uni<List<Flow>> fills() {
        return flow(FILLS);
    }

    Uni<List<Flow>> bookings() {
        return flow(BOOKINGS);
    }

    Uni<List<Count>> verdicts() {
        return counts("""
                select s.broker, case when d.approved then 'approved' else 'denied' end, count(*)
                from signals s join decisions d on d.signal_id = s.id
                where s.broker in (:brokers) and s.recorded_at >= :from and s.recorded_at < :to
                group by 1, 2""");
    }

    Uni<List<Count>> orders() {
        return counts("""
                select broker, status, count(*) from orders
                where broker in (:brokers) and recorded_at >= :from and recorded_at < :to
                group by 1, 2""");
    }

    Uni<List<Unsent>> unsent() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select stage, broker, count(*), cast(min(extract(epoch from created_at)) * 1000 as bigint)
                                from outbox where sent_at is null and broker in (:brokers) group by stage, broker
                                """, Object[].class)
                        .setParameter("brokers", brokers)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Unsent((String) row[0], (String) row[1], number(row[2]), instant(row[3])))
                        .toList());
    }

    private Uni<List<Flow>> flow(String source) {
        return rows(FLOW.formatted(source)).map(rows -> rows.stream()
                .map(row -> new Flow((String) row[0], number(row[1]), instant(row[2]), number(row[3]), number(row[4])))
                .toList());
    }

    private Uni<List<Count>> counts(String statement) {
        return rows(statement).map(rows -> rows.stream()
                .map(row -> new Count((String) row[0], (String) row[1], number(row[2])))
                .toList());
    }

    private Uni<List<Object[]>> rows(String statement) {
        return Panache.getSession().chain(session -> session.createNativeQuery(statement, Object[].class)
                .setParameter("brokers", brokers)
                .setParameter("from", period.from())
                .setParameter("to", period.to())
                .getResultList());
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private static Instant instant(Object millis) {
        return Instant.ofEpochMilli(number(millis));
    }
}
