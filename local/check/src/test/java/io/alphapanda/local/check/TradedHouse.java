package io.alphapanda.local.check;

import io.alphapanda.domain.event.EventType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A house after a little trading, in order in every respect. In each lane, strategy `momentum` on `NSE:TCS`:
///
/// ```
/// signal 1  BUY  10 at 100   approved   FILLED   fees 1       10 held at cost 1000
/// signal 2  SELL  4 at 110   approved   FILLED   fees 0.5      6 held at cost 600, 40 realised
/// signal 3  BUY              denied
/// signal 4  BUY              approved   EXPIRED
/// signal 5  BUY              approved   INTENDED (waits for its first price)
/// ```
final class TradedHouse {

    static final String STARTING_CASH = "100000";

    private final Stores stores = Stores.emptied();
    private final Map<String, TestEvent> published = new HashMap<>();

    /// Nothing has been traded yet.
    static TradedHouse empty() {
        return new TradedHouse();
    }

    static TradedHouse inOrder() {
        var house = new TradedHouse();
        Stores.BROKERS.forEach(broker -> house.trade(broker.name()));
        house.stores.consumeAll();
        return house;
    }

    /// The same with two snapshots of each lane: after the first fill, at a price of 101, and after the second, without
    /// a price.
    static TradedHouse withSnapshots() {
        var house = inOrder();
        for (var each : Stores.BROKERS) {
            house.snapshot(1, each.name(), "98999", "0", "1", "10", "1000", Optional.of("10"));
            house.snapshot(2, each.name(), "99438.5", "40", "1.5", "6", "600", Optional.empty());
        }
        return house;
    }

    AuditResult audit() {
        return Audit.run(stores.target());
    }

    Stores stores() {
        return stores;
    }

    void sql(String sql, Object... parameters) {
        stores.sql(sql, parameters);
    }

    /// An event that was published.
    TestEvent event(String id) {
        return Optional.ofNullable(published.get(id)).orElseThrow();
    }

    static String signal(int n, String broker) {
        return idea(n) + "@" + broker;
    }

    static String order(int n, String broker) {
        return signal(n, broker) + "/1";
    }

    static String fill(int n, String broker) {
        return order(n, broker) + "/fill/1";
    }

    private static String idea(int n) {
        return "s1/momentum/NSE:TCS/" + n;
    }

    private void trade(String broker) {
        for (int n = 1; n <= 5; n++) {
            raise(n, broker);
            decide(n, broker, n != 3);
        }
        intend(1, broker, "BUY", "10");
        fill(1, broker, "BUY", "10", "100", "1", 1);
        book(1, broker, 1, "-1001", "0");
        intend(2, broker, "SELL", "4");
        fill(2, broker, "SELL", "4", "110", "0.5", 2);
        book(2, broker, 2, "439.5", "40");
        intend(4, broker, "BUY", "1");
        expire(4, broker);
        intend(5, broker, "BUY", "1");
        closeBooks(broker);
    }

    static String snapshotId(int n, String broker) {
        return "ping/" + n + "-" + broker + "/momentum@" + broker;
    }

    private void snapshot(
            int n,
            String broker,
            String cash,
            String realized,
            String fees,
            String quantity,
            String cost,
            Optional<String> gain) {
        var ping = "ping/" + n + "-" + broker;
        inbox("portfolio-manager", ping, broker);
        var data = """
                {"broker":"%s","strategy":"momentum","marks":[{"instrument":"NSE:TCS","quantity":"%s","cost":"%s"}]}\
                """.formatted(broker, quantity, cost);
        var equity =
                gain.map(each -> new BigDecimal(cash).add(new BigDecimal(cost)).add(new BigDecimal(each)));
        sql(
                """
                insert into snapshots (id, ping_id, broker, strategy, reality, taken_at, as_of, version, starting_cash, cash,
                    realized_pnl, fees, unrealized_pnl, equity, pricing, positions, data, sequences)
                values (?, ?, ?, 'momentum', 'PAPER', now(), now(), ?, ?, ?, ?, ?, ?, ?, ?, 1, cast(? as jsonb),
                    jsonb_build_object('NSE:TCS', ?))
                """,
                snapshotId(n, broker),
                ping,
                broker,
                n,
                new BigDecimal(STARTING_CASH),
                new BigDecimal(cash),
                new BigDecimal(realized),
                new BigDecimal(fees),
                gain.map(BigDecimal::new).orElse(null),
                equity.orElse(null),
                gain.isPresent() ? "CURRENT" : "MISSING",
                data,
                n);
        send(
                "portfolio-manager",
                ping,
                new TestEvent(broker + ".pnl.snapshots", EventType.PNL_SNAPSHOT, snapshotId(n, broker), broker, data));
    }

    /// The signal itself, without anything that should follow from it.
    void raise(int n, String broker) {
        publish(new TestEvent(
                broker + ".signals.raw", EventType.SIGNAL_GENERATED, signal(n, broker), broker, copy(n, broker)));
    }

    void decide(int n, String broker, boolean approved) {
        var id = signal(n, broker);
        inbox("risk-manager", id, broker);
        sql("""
                insert into signals (id, broker, correlation_id, stream, strategy, definition, instrument, side, quantity,
                    price, reference_price, reference_time, tick_ordinal, expires_at, due_at, reason)
                values (?, ?, ?, 's1', 'momentum', 1, 'NSE:TCS', 'BUY', 10, 100, 100, now(), ?, now(), now(), 'test')
                """, id, broker, idea(n), n);
        sql("""
                insert into decisions (signal_id, broker, strategy, instrument, side, quantity, trading_day, approved,
                    denial, verdicts, reserved, as_of)
                values (?, ?, 'momentum', 'NSE:TCS', 'BUY', 10, now(), ?, ?, '{}', 0, now())
                """, id, broker, approved, approved ? null : "POSITION_ABOVE_LIMIT");
        var data = "{\"signal\":" + copy(n, broker) + ",\"verdicts\":[]}";
        send(
                "risk-manager",
                id,
                approved
                        ? new TestEvent(
                                broker + ".signals.validated",
                                EventType.SIGNAL_VALIDATED,
                                id + "/validated",
                                broker,
                                data)
                        : new TestEvent(
                                broker + ".signals.rejected",
                                EventType.SIGNAL_REJECTED,
                                id + "/rejected",
                                broker,
                                data));
    }

    private void intend(int n, String broker, String side, String quantity) {
        inbox("trading-engine", signal(n, broker) + "/validated", broker);
        sql("""
                insert into orders (id, signal_id, correlation_id, broker, kind, strategy, instrument, side, quantity,
                    reference_price, reference_time, expires_at, due_at, status, waits_for_price, version,
                    filled_quantity, filled_value)
                values (?, ?, ?, ?, 'paper', 'momentum', 'NSE:TCS', ?, ?, 100, now(), now(), now(), 'INTENDED', true, 1, 0, 0)
                """, order(n, broker), signal(n, broker), idea(n), broker, side, new BigDecimal(quantity));
    }

    private void fill(int n, String broker, String side, String quantity, String price, String fees, long sequence) {
        sql(
                "update orders set status = 'FILLED', version = 2, waits_for_price = false, filled_quantity = quantity,"
                        + " filled_value = ? where id = ?",
                new BigDecimal(price).multiply(new BigDecimal(quantity)),
                order(n, broker));
        sql(
                """
                insert into fills (id, order_id, event_id, broker, strategy, instrument, side, sequence, quantity, price,
                    fees, executed_at)
                values (?, ?, ?, ?, 'momentum', 'NSE:TCS', ?, ?, ?, ?, ?, now())
                """,
                fill(n, broker),
                order(n, broker),
                order(n, broker) + "/v2",
                broker,
                side,
                sequence,
                new BigDecimal(quantity),
                new BigDecimal(price),
                new BigDecimal(fees));
        send(
                "trading-engine",
                signal(n, broker) + "/validated",
                new TestEvent(
                        broker + ".orders.filled",
                        EventType.ORDER_FILLED,
                        order(n, broker) + "/v2",
                        broker,
                        """
                        {"order":%s,"fill":{"fillId":"%s","lastQuantity":"%s","lastPrice":"%s","fees":"%s",\
                        "executedAt":"2026-03-05T05:30:00Z"},"sequence":%d,"follows":null}\
                        """.formatted(
                                        orderJson(n, broker, side, quantity, "FILLED"),
                                        fill(n, broker),
                                        quantity,
                                        price,
                                        fees,
                                        sequence)));
    }

    private void expire(int n, String broker) {
        sql(
                "update orders set status = 'EXPIRED', version = 2, waits_for_price = false, failure = 'EXPIRED' where id = ?",
                order(n, broker));
        send(
                "trading-engine",
                signal(n, broker) + "/validated",
                new TestEvent(
                        broker + ".orders.failed",
                        EventType.ORDER_FAILED,
                        order(n, broker) + "/v2",
                        broker,
                        "{\"order\":" + orderJson(n, broker, "BUY", "1", "EXPIRED") + "}"));
    }

    private void book(int n, String broker, long sequence, String cashChange, String realized) {
        inbox("portfolio-manager", order(n, broker) + "/v2", broker);
        sql("""
                insert into bookings (fill_id, broker, strategy, instrument, sequence, cash_change, realized, due_at)
                values (?, ?, 'momentum', 'NSE:TCS', ?, ?, ?, now())
                """, fill(n, broker), broker, sequence, new BigDecimal(cashChange), new BigDecimal(realized));
    }

    private void closeBooks(String broker) {
        sql("""
                insert into portfolios (broker, strategy, starting_cash, cash, realized_pnl, fees, version, viewed, changed_at)
                values (?, 'momentum', ?, 99438.5, 40, 1.5, 2, 2, now() - interval '1 minute')
                """, broker, new BigDecimal(STARTING_CASH));
        sql(
                "insert into positions (broker, strategy, instrument, quantity, cost, realized_pnl, fees, sequence)"
                        + " values (?, 'momentum', 'NSE:TCS', 6, 600, 40, 1.5, 2)",
                broker);
        show(broker, 2, "99438.5");
        stores.redis()
                .hset(
                        broker + ":positions:NSE:TCS",
                        "momentum",
                        "{\"quantity\":\"6\",\"cost\":\"600\",\"realizedPnl\":\"40\",\"fees\":\"1.5\",\"sequence\":2}");
    }

    /// Writes the view of a lane's portfolio.
    void show(String broker, long version, String cash) {
        stores.redis()
                .hset(broker + ":portfolio:momentum", Map.of("version", Long.toString(version), "json", """
                                {"broker":"%s","strategy":"momentum","startingCash":"%s","cash":"%s","realizedPnl":"40",\
                                "fees":"1.5","version":%d}\
                                """.formatted(
                                broker, STARTING_CASH, cash, version)));
    }

    void inbox(String stage, String event, String broker) {
        sql("insert into inbox (stage, event_id, broker) values (?, ?, ?)", stage, event, broker);
    }

    /// Records an event in the outbox and publishes it.
    void send(String stage, String cause, TestEvent event) {
        record(stage, cause, event);
        publish(event);
    }

    /// Records an event in the outbox as sent, without publishing it.
    void record(String stage, String cause, TestEvent event) {
        sql(
                """
                insert into outbox (stage, broker, cause_id, event_id, topic, type, partition_key, correlation_id, traceparent,
                    event_time, data, sent_at)
                values (?, ?, ?, ?, ?, ?, '', '', '', now(), ?, now())
                """,
                stage,
                event.broker(),
                cause,
                event.id(),
                event.topic(),
                event.type().type(),
                event.data().getBytes(StandardCharsets.UTF_8));
    }

    void publish(TestEvent event) {
        published.put(event.id(), event);
        stores.publish(event);
    }

    private static String copy(int n, String broker) {
        return """
                {"id":"%s","broker":"%s","signal":{"id":"%s","strategy":"momentum","instrument":"NSE:TCS"},"follows":null}\
                """.formatted(signal(n, broker), broker, idea(n));
    }

    private static String orderJson(int n, String broker, String side, String quantity, String status) {
        return """
                {"request":{"orderId":"%s","signalId":"%s","correlationId":"%s","broker":"%s","strategy":"momentum",\
                "instrument":"NSE:TCS","side":"%s","quantity":"%s"},"status":"%s","version":2}\
                """.formatted(order(n, broker), signal(n, broker), idea(n), broker, side, quantity, status);
    }
}
