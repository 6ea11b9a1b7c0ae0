package io.alphapanda.local.check;

import io.alphapanda.domain.signal.Broker;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;

/// The ledger at one moment, and beside it, in temporary tables of this connection, what the topics and Redis hold.
/// The tables keep the JVM small however much was traded.
///
/// ```
/// topic_record   every record of the lanes' topics          topic_event      each id once
/// control_record what every lane is told alike              told_event       both: what lies on a topic
/// rebooked_fill  every fill event, booked again             rebooked_position
/// view_portfolio, view_position   what Redis shows          dead_letters     records by topic
/// broker_order, broker_trade      what the simulated broker holds
/// broker         the lanes of the house
/// ```
final class Evidence implements AutoCloseable {

    /// Differences shown of one query; all are counted.
    private static final int SHOWN = 5;

    private static final Pattern LANE = Pattern.compile(":lane\\b");

    private static final String TABLES = """
            create temporary table broker (name text primary key);
            create temporary table topic_record (
                lane text not null, kind text not null, topic text not null, place text not null,
                id text, type text, broker text, data_broker text, fingerprint text, data_md5 text,
                consumed boolean not null, known boolean not null, trouble text,
                signal_id text, order_id text, status text, version integer,
                fill_id text, strategy text, instrument text, side text,
                quantity numeric, price numeric, fees numeric, sequence bigint);
            create temporary table control_record (topic text not null, id text, data_md5 text);
            create temporary table dead_letters (lane text not null, topic text not null, records bigint not null);
            create temporary table view_portfolio (
                lane text not null, strategy text not null, broker text, version bigint,
                starting_cash numeric, cash numeric, realized_pnl numeric, fees numeric);
            create temporary table view_position (
                lane text not null, strategy text not null, instrument text not null,
                quantity numeric, cost numeric, realized_pnl numeric, fees numeric, sequence bigint);
            create temporary table broker_order (
                lane text not null, broker_order_id text not null, parent_id text not null, tag text, origin text not null,
                instrument text not null, side text not null, quantity numeric not null, status text not null,
                accepted boolean not null, late boolean not null);
            create temporary table broker_trade (
                lane text not null, broker_order_id text not null, trade_id text not null,
                quantity numeric not null, price numeric not null, at timestamptz not null);
            create temporary table rebooked_fill (
                lane text not null, strategy text not null, instrument text not null, fill_id text not null,
                cash_change numeric not null, realized numeric not null, fees numeric not null);
            create temporary table rebooked_position (
                lane text not null, strategy text not null, instrument text not null,
                quantity numeric not null, cost numeric not null, realized_pnl numeric not null,
                fees numeric not null, sequence bigint not null);
            """;

    private static final String DISTINCT = """
            create temporary table topic_event as
                select distinct on (lane, kind, id)
                       lane, kind, topic, id, data_md5, signal_id, order_id, status, version, fill_id, strategy, instrument,
                       side, quantity, price, fees, sequence,
                       bool_or(consumed) over each_id as consumed, bool_or(known) over each_id as known
                from topic_record where trouble is null
                window each_id as (partition by lane, kind, id);
            create temporary view told_event as
                select id, topic, data_md5 from topic_event union all select id, topic, data_md5 from control_record;
            create index on topic_event (id);
            create index on topic_event (signal_id);
            create index on topic_event (order_id);
            analyze topic_event;
            """;

    private static final String INDEXES = """
            create index on broker_order (tag);
            create index on broker_trade (broker_order_id);
            create index on rebooked_fill (fill_id);
            analyze broker_order;
            analyze broker_trade;
            analyze rebooked_fill;
            analyze rebooked_position;
            analyze view_portfolio;
            analyze view_position;
            """;

    private final Connection connection;

    private Evidence(Connection connection) {
        this.connection = connection;
    }

    /// What a query has found.
    record Found(List<String> first, long total) {}

    static Evidence gather(AuditTarget target) {
        var evidence = new Evidence(connect(target));
        try {
            evidence.gatherFrom(target);
            return evidence;
        } catch (SQLException e) {
            evidence.close();
            throw new AuditException("the ledger can't be audited: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            evidence.close();
            throw e;
        }
    }

    private static Connection connect(AuditTarget target) {
        var properties = new Properties();
        properties.setProperty("user", target.user());
        properties.setProperty("password", target.password());
        properties.setProperty("reWriteBatchedInserts", "true");
        try {
            return DriverManager.getConnection(target.jdbc(), properties);
        } catch (SQLException e) {
            throw new AuditException("the ledger does not answer: " + e.getMessage(), e);
        }
    }

    /// The order makes a running house auditable: see the package.
    private void gatherFrom(AuditTarget target) throws SQLException {
        execute(TABLES);
        try (var topics = new TopicEvidence(target)) {
            var consumed = topics.consumed();
            insertBrokers(target.brokers());
            ViewEvidence.gather(target, this);
            var snapshot = snapshot();
            BrokerEvidence.gather(target, this, snapshot);
            topics.gather(this, consumed, snapshot);
        }
        execute(DISTINCT);
        Rebooking.gather(target.brokers(), this);
        execute(INDEXES);
    }

    /// Fixes the ledger for the rest of the audit, at a moment not before the one returned.
    private Instant snapshot() throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        var before = Instant.now();
        execute("select count(*) from inbox where false");
        return before;
    }

    private void insertBrokers(List<Broker> brokers) throws SQLException {
        try (var insert = insert("broker", 1)) {
            for (var broker : brokers) {
                insert.setString(1, broker.name());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    PreparedStatement insert(String table, int columns) throws SQLException {
        return connection.prepareStatement("insert into " + table + " values (" + "?, ".repeat(columns - 1) + "?)");
    }

    /// A query whose rows are streamed.
    PreparedStatement stream(String sql, int rowsAtOnce) throws SQLException {
        var statement = connection.prepareStatement(sql);
        statement.setFetchSize(rowsAtOnce);
        return statement;
    }

    /// The single line a query gives.
    String line(String query, String lane) {
        return rows(query, lane).getFirst().getFirst();
    }

    /// The first differences a query gives, and how many there are.
    Found differences(String query, String lane) {
        var rows = rows(
                "select line, count(*) over () from (" + query + ") as found (line) order by line limit " + SHOWN,
                lane);
        return rows.isEmpty()
                ? new Found(List.of(), 0)
                : new Found(
                        rows.stream().map(List::getFirst).toList(),
                        Long.parseLong(rows.getFirst().get(1)));
    }

    private List<List<String>> rows(String query, String lane) {
        var parameters = LANE.matcher(query).results().count();
        try (var statement = connection.prepareStatement(LANE.matcher(query).replaceAll("?"))) {
            for (int i = 1; i <= parameters; i++) {
                statement.setString(i, lane);
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
            throw new AuditException("the ledger can't be audited: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new AuditException("the ledger's connection could not be closed: " + e.getMessage(), e);
        }
    }
}
