package io.alphapanda.local.launcher;

import io.alphapanda.domain.order.Reality;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Numbers read from the ledger.
final class Figures implements AutoCloseable {

    private final Connection connection;

    Figures(Stores stores) {
        try {
            connection = DriverManager.getConnection(stores.jdbc(), stores.user(), stores.password());
        } catch (SQLException e) {
            throw new StartException("the ledger does not answer: " + e.getMessage());
        }
    }

    /// One lane's numbers.
    ///
    /// @param reality  whether they have happened
    /// @param filled   orders filled wholly
    /// @param failed   orders that ended otherwise, some of them filled in part, by code
    record Lane(
            Reality reality,
            long signals,
            long validated,
            Map<String, Long> rejected,
            long filled,
            Map<String, Long> failed,
            long open,
            String cash,
            String equityAtCost,
            String realizedPnl,
            String fees) {

        long rejectedCount() {
            return sum(rejected);
        }

        long failedCount() {
            return sum(failed);
        }

        private static long sum(Map<String, Long> byCode) {
            return byCode.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /// What two runs or two lanes have in common of an id.
    private static final String IDEA = "regexp_replace(substr(id, position('/' in id)), '@[^/]*', '')";

    /// What a lane came to, as two SHA-256 sums: equal for two runs of the same ticks that decided and filled the same,
    /// since ids differ in the stream's name alone; and for two lanes, but for the broker's.
    ///
    /// @param signals ids, sides, quantities and reference prices of every signal the lane decided
    /// @param fills   ids, quantities, prices and fees of every fill
    record Digest(String signals, String fills) {}

    Digest digest(String broker) {
        return new Digest(sum("""
                        select concat_ws(' ', IDEA, side, trim_scale(quantity),
                                         trim_scale(reference_price)) as line
                        from signals where broker = ?
                        """.replace("IDEA", IDEA), broker), sum("""
                        select concat_ws(' ', IDEA, trim_scale(quantity), trim_scale(price),
                                         trim_scale(fees)) as line
                        from fills where broker = ?
                        """.replace("IDEA", IDEA), broker));
    }

    /// A line for each of the lane's portfolios and positions.
    List<String> portfolios(String broker) {
        return rows("""
                        select concat_ws(' ', strategy, trim_scale(cash), trim_scale(realized_pnl), trim_scale(fees))
                        from portfolios where broker = ?
                        union all
                        select concat_ws(' ', strategy, instrument, trim_scale(quantity), trim_scale(cost))
                        from positions where broker = ?
                        order by 1
                        """, broker, broker).stream().map(List::getFirst).toList();
    }

    private String sum(String lines, String broker) {
        return rows(
                        "select encode(sha256(convert_to(coalesce(string_agg(line, E'\\n' order by line collate \"C\"), ''),"
                                + " 'UTF8')), 'hex') from (" + lines + ") all_lines",
                        broker)
                .getFirst()
                .getFirst();
    }

    /// Milliseconds from a tick's due time to its fill's booking.
    record Latency(double p50, double p95, double p99) {}

    Lane lane(Account account) {
        var broker = account.broker();
        long signals = number("select count(*) from decisions where broker = ?", broker);
        long validated = number("select count(*) from decisions where broker = ? and approved", broker);
        var rejected = byCode("select denial, count(*) from decisions where broker = ? and not approved", broker);
        long filled = number("select count(*) from orders where broker = ? and status = 'FILLED'", broker);
        var failed = byCode(
                "select coalesce(failure, status), count(*) from orders where broker = ? and status in"
                        + " ('CANCELLED', 'REJECTED', 'EXPIRED', 'FAILED')",
                broker);
        long ended =
                filled + failed.values().stream().mapToLong(Long::longValue).sum();
        var money = rows("""
                        select trim_scale(coalesce(sum(cash), 0)), trim_scale(coalesce(sum(realized_pnl), 0)),
                               trim_scale(coalesce(sum(fees), 0)),
                               trim_scale(coalesce(sum(cash), 0)
                                   + coalesce((select sum(cost) from positions where broker = ?), 0))
                        from portfolios where broker = ?
                        """, broker, broker).getFirst();
        return new Lane(
                account.reality(),
                signals,
                validated,
                rejected,
                filled,
                failed,
                validated - ended,
                money.get(0),
                money.get(3),
                money.get(1),
                money.get(2));
    }

    private Map<String, Long> byCode(String counts, String broker) {
        var byCode = new LinkedHashMap<String, Long>();
        rows(counts + " group by 1 order by 1", broker)
                .forEach(row -> byCode.put(row.get(0), Long.parseLong(row.get(1))));
        return byCode;
    }

    /// By strategy and broker: decided signals, fills and realised P&L.
    Map<String, Map<String, Map<String, Object>>> strategies() {
        var strategies = new LinkedHashMap<String, Map<String, Map<String, Object>>>();
        rows("""
                select d.strategy, d.broker, count(*), count(*) filter (where d.approved),
                       (select count(*) from bookings b where b.broker = d.broker and b.strategy = d.strategy),
                       (select trim_scale(p.realized_pnl) from portfolios p
                        where p.broker = d.broker and p.strategy = d.strategy)
                from decisions d group by 1, 2 order by 1, 2
                """).forEach(row -> {
            var numbers = new LinkedHashMap<String, Object>();
            numbers.put("signals", Long.parseLong(row.get(2)));
            numbers.put("validated", Long.parseLong(row.get(3)));
            numbers.put("filled", Long.parseLong(row.get(4)));
            numbers.put("realizedPnl", row.get(5) == null ? "0" : row.get(5));
            strategies.computeIfAbsent(row.get(0), _ -> new LinkedHashMap<>()).put(row.get(1), numbers);
        });
        return strategies;
    }

    Latency latency() {
        var row = rows("""
                        select coalesce(percentile_cont(0.50) within group (order by ms), 0),
                               coalesce(percentile_cont(0.95) within group (order by ms), 0),
                               coalesce(percentile_cont(0.99) within group (order by ms), 0)
                        from (select extract(epoch from booked_at - due_at) * 1000 as ms from bookings) latencies
                        """).getFirst();
        return new Latency(
                Double.parseDouble(row.get(0)), Double.parseDouble(row.get(1)), Double.parseDouble(row.get(2)));
    }

    /// What is decided but not sent, booked but not shown, or ordered but neither executed nor ended.
    long unfinished() {
        return number("""
                select (select count(*) from outbox where sent_at is null)
                     + (select count(*) from portfolios where viewed < version)
                     + (select count(*) from orders
                        where status not in ('FILLED', 'CANCELLED', 'REJECTED', 'EXPIRED', 'FAILED'))
                """);
    }

    /// Of those, the orders that a broker has and the market has not filled yet.
    long atBroker() {
        return number("select count(*) from orders where status in ('SUBMITTED', 'PARTIALLY_FILLED')");
    }

    /// What is decided but not sent, or booked but not shown.
    long unsettled() {
        return number("""
                select (select count(*) from outbox where sent_at is null)
                     + (select count(*) from portfolios where viewed < version)
                """);
    }

    void update(String sql) {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long number(String sql, Object... parameters) {
        return Long.parseLong(rows(sql, parameters).getFirst().getFirst());
    }

    List<Long> numbers(String sql, Object... parameters) {
        return rows(sql, parameters).stream()
                .map(each -> Long.parseLong(each.getFirst()))
                .toList();
    }

    private List<List<String>> rows(String sql, Object... parameters) {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            var result = statement.executeQuery();
            var rows = new ArrayList<List<String>>();
            while (result.next()) {
                var row = new ArrayList<String>();
                for (int c = 1; c <= result.getMetaData().getColumnCount(); c++) {
                    row.add(result.getString(c));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
