package io.alphapanda.local.check;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.local.kite.KiteSimulator;
import io.alphapanda.local.kite.SimulatorOptions;
import io.alphapanda.local.kite.exchange.AccountSpec;
import io.alphapanda.local.kite.exchange.ManualTime;
import io.alphapanda.local.kite.exchange.OrderFate;
import io.alphapanda.local.kite.exchange.OrderTicket;
import io.alphapanda.local.kite.exchange.Product;
import io.alphapanda.local.kite.exchange.Side;
import io.alphapanda.local.kite.exchange.SimulatedInstrument;
import io.alphapanda.local.kite.exchange.TradeRow;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The lane `zerodha` of a house after a little trading at a real simulator, in order in every respect. Strategy
/// `momentum` on `NSE:TCS`:
///
/// ```
/// signal 1  BUY  10   filled in two trades: 4 at 100, 6 at 101          FILLED
/// signal 2  SELL  4   3 at 110, the rest ended with the session         CANCELLED
/// signal 3  BUY   1   denied
/// signal 4  BUY   1   refused by the exchange                           REJECTED
/// signal 5  BUY   1   its answer was lost, and it never arrived         UNKNOWN
/// signal 6  BUY   1   in the book, far from the market                  SUBMITTED
/// ```
final class LiveLane implements AutoCloseable {

    static final String LANE = "zerodha";

    private static final SimulatedInstrument TCS = SimulatedInstrument.equity("NSE", "TCS", 2_953_217, "0");

    private final ManualTime time = new ManualTime(Instant.now().minusSeconds(3_600));
    private final TradedHouse house = TradedHouse.empty();
    private final KiteSimulator simulator;

    LiveLane() {
        simulator = KiteSimulator.start(SimulatorOptions.of(List.of(TCS), AccountSpec.of(LANE, "key", "secret"))
                .withTime(time));
        for (int n = 1; n <= 6; n++) {
            house.raise(n, LANE);
            house.decide(n, LANE, n != 3);
        }
        buyInTwoTrades();
        sellInPart();
        beRefused();
        loseAnAnswer();
        stayOpen();
        closeBooks();
        house.stores().consumeAll();
    }

    AuditResult audit() {
        return Audit.run(house.stores().targetOfZerodha(Optional.of(simulator.restUrl())));
    }

    /// As after the house has ended.
    AuditResult auditWithoutBroker() {
        return Audit.run(house.stores().targetOfZerodha(Optional.empty()));
    }

    KiteSimulator simulator() {
        return simulator;
    }

    void sql(String sql, Object... parameters) {
        house.sql(sql, parameters);
    }

    TestEvent event(String id) {
        return house.event(id);
    }

    static String order(int n) {
        return TradedHouse.order(n, LANE);
    }

    static String fill(int n, int k) {
        return order(n) + "/fill/" + k;
    }

    static String tag(int n) {
        return "tag" + n;
    }

    private void buyInTwoTrades() {
        tick("100", 4);
        place(1, Side.BUY, 10, "101", OrderFate.ORDINARY);
        tick("101", 6);
        intend(1, "BUY", 10);
        submit(1);
        var trades = simulator.truth().byTag(tag(1)).getFirst().trades();
        fill(1, 1, 4, trades.getFirst(), "PARTIALLY_FILLED", "0.4", 1);
        fill(1, 2, 5, trades.getLast(), "FILLED", "0.6", 2);
        book(1, 1, 4, 1, "-400.4", "0");
        book(1, 2, 5, 2, "-606.6", "0");
    }

    private void sellInPart() {
        tick("110", 3);
        place(2, Side.SELL, 4, "110", OrderFate.ORDINARY);
        simulator.closeSession();
        intend(2, "SELL", 4);
        submit(2);
        fill(2, 1, 4, simulator.truth().byTag(tag(2)).getFirst().trades().getFirst(), "PARTIALLY_FILLED", "0.3", 3);
        book(2, 1, 4, 3, "329.7", "28.2");
        end(2, 5, "CANCELLED");
    }

    private void beRefused() {
        place(4, Side.BUY, 1, "110", OrderFate.ORDINARY.withRejection("not today"));
        intend(4, "BUY", 1);
        step(4, 2, "SENDING", EventType.ORDER_SUBMITTED, "submitted");
        end(4, 3, "REJECTED");
    }

    private void loseAnAnswer() {
        intend(5, "BUY", 1);
        step(5, 2, "SENDING", EventType.ORDER_SUBMITTED, "submitted");
        become(5, 3, "UNKNOWN");
    }

    private void stayOpen() {
        place(6, Side.BUY, 1, "50", OrderFate.ORDINARY);
        intend(6, "BUY", 1);
        submit(6);
    }

    /// Places an order at the broker alone.
    String place(int n, Side side, long quantity, String price, OrderFate fate) {
        var id = simulator
                .exchange()
                .place(
                        LANE,
                        OrderTicket.limit(TCS, side, quantity, Product.MIS, price)
                                .withTag(tag(n)),
                        fate)
                .orderId();
        time.advance(Duration.ofMillis(50));
        return id;
    }

    /// A tick of this moment; the lane has traded an hour ago.
    void tickNow(String price, long quantity) {
        time.advance(Duration.between(time.now(), Instant.now()));
        tick(price, quantity);
    }

    void tick(String price, long quantity) {
        simulator.onTick("NSE:TCS", new BigDecimal(price), quantity, time.now());
    }

    private void intend(int n, String side, long quantity) {
        house.inbox("trading-engine", TradedHouse.signal(n, LANE) + "/validated", LANE);
        sql("""
                insert into orders (id, signal_id, correlation_id, broker, kind, reality, strategy, instrument, side, quantity,
                    reference_price, reference_time, expires_at, due_at, status, waits_for_price, version,
                    filled_quantity, filled_value)
                values (?, ?, ?, ?, 'zerodha', 'SIMULATED', 'momentum', 'NSE:TCS', ?, ?, 100, now(), now(), now(), 'INTENDED',
                    false, 1, 0, 0)
                """, order(n), TradedHouse.signal(n, LANE), "s1/momentum/NSE:TCS/" + n, LANE, side, quantity);
        sql(
                "insert into placements (order_id, broker, tag, exits, send_by, book_day) values (?, ?, ?, false, now(), now())",
                order(n),
                LANE,
                tag(n));
        transition(n, 1, "INTENDED");
    }

    private void submit(int n) {
        step(n, 2, "SENDING", EventType.ORDER_SUBMITTED, "submitted");
        step(n, 3, "SUBMITTED", EventType.ORDER_ACKNOWLEDGED, "ack");
    }

    private void step(int n, int version, String status, EventType type, String topic) {
        become(n, version, status);
        tell(n, version, type, topic, "{\"order\":" + orderJson(n, status, version) + ",\"tag\":\"" + tag(n) + "\"}");
    }

    private void end(int n, int version, String status) {
        step(n, version, status, EventType.ORDER_FAILED, "failed");
    }

    private void become(int n, int version, String status) {
        sql("update orders set status = ?, version = ? where id = ?", status, version, order(n));
        transition(n, version, status);
    }

    private void transition(int n, int version, String status) {
        sql("insert into order_transitions (order_id, version, status) values (?, ?, ?)", order(n), version, status);
    }

    private void fill(int n, int k, int version, TradeRow trade, String status, String fees, long sequence) {
        become(n, version, status);
        var quantity = BigDecimal.valueOf(trade.quantity());
        sql(
                "update orders set filled_quantity = filled_quantity + ?, filled_value = filled_value + ? where id = ?",
                quantity,
                trade.price().multiply(quantity),
                order(n));
        sql(
                """
                insert into fills (id, order_id, event_id, broker, strategy, instrument, side, sequence, quantity, price,
                    fees, executed_at, trade_id)
                values (?, ?, ?, ?, 'momentum', 'NSE:TCS', ?, ?, ?, ?, ?, now(), ?)
                """,
                fill(n, k),
                order(n),
                order(n) + "/v" + version,
                LANE,
                trade.side().name(),
                sequence,
                quantity,
                trade.price(),
                new BigDecimal(fees),
                trade.tradeId());
        tell(n, version, EventType.ORDER_FILLED, "filled", """
                {"order":%s,"fill":{"fillId":"%s","lastQuantity":"%s","lastPrice":"%s","fees":"%s",\
                "executedAt":"2026-03-05T05:30:00Z"},"sequence":%d,"follows":null}\
                """.formatted(
                        orderJson(n, status, version),
                        fill(n, k),
                        quantity,
                        trade.price().toPlainString(),
                        fees,
                        sequence));
    }

    private void tell(int n, int version, EventType type, String topic, String data) {
        house.send(
                "trading-engine",
                order(n) + "/v" + version,
                new TestEvent(LANE + ".orders." + topic, type, order(n) + "/v" + version, LANE, data));
    }

    private void book(int n, int k, int version, long sequence, String cashChange, String realized) {
        house.inbox("portfolio-manager", order(n) + "/v" + version, LANE);
        sql("""
                insert into bookings (fill_id, broker, strategy, instrument, sequence, cash_change, realized, due_at)
                values (?, ?, 'momentum', 'NSE:TCS', ?, ?, ?, now())
                """, fill(n, k), LANE, sequence, new BigDecimal(cashChange), new BigDecimal(realized));
    }

    private void closeBooks() {
        sql("""
                insert into portfolios (broker, strategy, starting_cash, cash, realized_pnl, fees, version, viewed, changed_at)
                values (?, 'momentum', 100000, 99322.7, 28.2, 1.3, 3, 3, now())
                """, LANE);
        sql(
                "insert into positions (broker, strategy, instrument, quantity, cost, realized_pnl, fees, sequence)"
                        + " values (?, 'momentum', 'NSE:TCS', 7, 704.2, 28.2, 1.3, 3)",
                LANE);
        var redis = house.stores().redis();
        redis.hset(LANE + ":portfolio:momentum", Map.of("version", "3", "json", """
                {"broker":"zerodha","strategy":"momentum","startingCash":"100000","cash":"99322.7","realizedPnl":"28.2",\
                "fees":"1.3","version":3}\
                """));
        redis.hset(
                LANE + ":positions:NSE:TCS",
                "momentum",
                "{\"quantity\":\"7\",\"cost\":\"704.2\",\"realizedPnl\":\"28.2\",\"fees\":\"1.3\",\"sequence\":3}");
    }

    private static String orderJson(int n, String status, int version) {
        return """
                {"request":{"orderId":"%s","signalId":"%s","correlationId":"s1/momentum/NSE:TCS/%d","broker":"%s",\
                "strategy":"momentum","instrument":"NSE:TCS","side":"%s"},"status":"%s","version":%d}\
                """.formatted(order(n), TradedHouse.signal(n, LANE), n, LANE, n == 2 ? "SELL" : "BUY", status, version);
    }

    @Override
    public void close() {
        simulator.close();
    }
}
