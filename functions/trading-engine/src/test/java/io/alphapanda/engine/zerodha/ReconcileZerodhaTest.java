package io.alphapanda.engine.zerodha;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.engine.live.TradingStatesForgotten;
import io.alphapanda.engine.zerodha.session.Visit;
import io.alphapanda.kite.order.OrderTag;
import io.alphapanda.local.kite.KiteSimulator;
import io.alphapanda.local.kite.exchange.ErrorType;
import io.alphapanda.local.kite.exchange.OrderTicket;
import io.alphapanda.local.kite.exchange.Product;
import io.alphapanda.local.kite.exchange.Side;
import io.alphapanda.local.kite.exchange.SimulatedInstrument;
import io.alphapanda.local.kite.exchange.Truth;
import io.alphapanda.local.kite.fault.Endpoint;
import io.alphapanda.local.kite.fault.Fault;
import io.alphapanda.stage.testing.Await;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.Ledger;
import io.alphapanda.stage.testing.Signals;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A Zerodha account's books against Kite's. The account is one for all the tests, as in life: what one traded, the
/// next has in its books and at the broker.
@QuarkusTest
@QuarkusTestResource(House.class)
@QuarkusTestResource(value = SimulatedKite.class, restrictToAnnotatedClass = true)
@TestProfile(ReconcileZerodhaTest.OnDemand.class)
class ReconcileZerodhaTest {

    /// Windows as short, but one: the first order waits for the day's instruments, and here it must not be late.
    public static final class OnDemand implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            var fast = new HashMap<>(new Fast().getConfigOverrides());
            fast.put("panda.engine.send-within-millis", "3000");
            fast.put("panda.engine.reconcile-again-seconds", "1");
            return fast;
        }
    }

    private static final String LANE = "zerodha";
    private static final SimulatedInstrument TCS = SimulatedInstrument.equity("NSE", "TCS", 2953217, "100");
    private static final SimulatedInstrument INFY = SimulatedInstrument.equity("NSE", "INFY", 408065, "100");
    private static final BigDecimal PRICE = new BigDecimal("100");
    private static final String INVENTED = "invented";

    /// Much longer than an order takes to be filled, and less than a sender waits.
    private static final Duration UNTIL_FILLED = Duration.ofMillis(500);

    @Inject
    RedisDataSource redis;

    private final KiteSimulator kite = SimulatedKite.simulator();

    /// What other tests traded, they traded at another exchange.
    @BeforeAll
    static void theBooksAreEmptyLikeTheExchange() {
        for (var table : List.of("fills", "order_transitions", "placements", "cancellations")) {
            Ledger.rows("delete from " + table + " where order_id in (select id from orders where broker = ?)", LANE);
        }
        Ledger.rows("delete from orders where broker = ?", LANE);
    }

    @BeforeEach
    void aPersonIsLoggedInAndTheMarketIsOpen() {
        redis.value(String.class)
                .set(
                        "market:last:NSE:TCS",
                        "{\"price\":\"100\",\"time\":\"" + Signals.TIME + "\",\"ordinal\":1,\"stream\":\"test-1\"}");
        TradingStatesForgotten.everywhere();
        for (var table : List.of("alarms", "reconciliations")) {
            Ledger.rows("delete from " + table + " where broker = ?", LANE);
        }
        Visit.logIn(LANE);
        tick();
    }

    @AfterEach
    void theSessionIsOver() {
        kite.faults().clear();
        kite.closeSession();
        nothingIsInvented();
        Ledger.rows("delete from book_readers where broker = ?", LANE);
    }

    @Test
    void ordersThatEndedInEveryWayAreEqual() {
        filled("equal-filled");
        awaitEnd("equal-refused", "REJECTED", new Fault.RefuseBeforeBook(ErrorType.MARGIN, "Insufficient funds"));
        awaitEnd("equal-rejected", "REJECTED", new Fault.RejectInBook("RMS: blocked"));
        awaitEnd("equal-unanswered", "FILLED", new Fault.AcceptThenDrop());
        var cancelled = awaitEnd("equal-cancelled", "PARTIALLY_FILLED", new Fault.FillAtMost(4));
        kite.exchange().cancel(SimulatedKite.USER, entry(cancelled).orderId(), 0);
        awaitStatus(cancelled, "CANCELLED");
        awaitEnd("equal-working", "PARTIALLY_FILLED", new Fault.FillAtMost(4));

        var report = compare();

        assertThat(report.getString("outcome")).isEqualTo("EQUAL");
        assertThat(report.getString("reality")).isEqualTo("SIMULATED");
        assertThat(differences(report)).isEmpty();
        assertThat(haltsAndAlarms()).isEmpty();
    }

    @Test
    void whatTheOwnerTradesByHandIsShownAndLeftAlone() {
        filled("beside-the-owner");
        if (!kite.exchange().lists("NSE:INFY")) {
            kite.list(INFY);
        }
        tick();
        var bought = byHand(OrderTicket.limit(TCS, Side.BUY, 7, Product.MIS, "101"));
        var sold =
                byHand(OrderTicket.limit(INFY, Side.SELL, 3, Product.MIS, "99").withTag("theirs"));
        var resting = byHand(OrderTicket.limit(TCS, Side.BUY, 5, Product.MIS, "95"));
        Await.until(
                "the owner's orders are filled",
                () -> order(bought).filled() == 7 && order(sold).filled() == 3);
        var before = kite.truth();

        var report = compare();

        assertThat(report.getString("outcome")).isEqualTo("EQUAL");
        assertThat(report.getList("findings.weight")).containsOnly("INFORMATION");
        assertThat(subjects(report, "FOREIGN_ORDER")).contains(bought, sold, resting);
        assertThat(subjects(report, "FOREIGN_POSITION")).containsExactly("NSE:INFY", "NSE:TCS");
        assertThat(report.getString("findings.find { it.subject == 'NSE:TCS' }.numbers.byHandToday"))
                .isEqualTo("7");
        assertThat(report.getString("findings.find { it.subject == 'NSE:INFY' }.numbers.broker"))
                .isEqualTo("-3");
        assertThat(report.getString("findings.find { it.subject == '" + resting + "' }.numbers.state"))
                .isEqualTo("WORKING");
        assertThat(haltsAndAlarms()).isEmpty();
        assertThat(kite.truth()).isEqualTo(before);
        assertThat(compare().getString("outcome")).isEqualTo("EQUAL");
    }

    @Test
    void aFillTheReaderMissedIsBookedOnce() {
        nobodyReads();
        kite.onTick("NSE:TCS", PRICE, 4, Instant.now());
        var order = awaitEnd("missed", "PARTIALLY_FILLED", new Fault.SlowAnswer(UNTIL_FILLED));
        kite.onTick("NSE:TCS", PRICE, 6, Instant.now());
        Await.until("all ten are filled at the broker", () -> entry(order).filled() == 10);
        assertThat(fills(order)).hasSize(1);

        assertThat(compare().getString("outcome")).isEqualTo("EQUAL");
        assertThat(compare().getString("outcome")).isEqualTo("EQUAL");

        var trades = entry(order).trades();
        assertThat(fills(order))
                .containsExactly(
                        List.of(trades.getFirst().tradeId(), "4"),
                        List.of(trades.getLast().tradeId(), "6"));
        assertThat(haltsAndAlarms()).isEmpty();
    }

    @Test
    void whatKiteFillsBeyondWhatWasAskedIsInBothBooksAlike() {
        kite.faults()
                .arm(new Fault.FillBeyond(3, Duration.ofSeconds(2)))
                .at(Endpoint.PLACE_ORDER)
                .next(1);
        var order = filled("beyond");
        assertThat(fills(order)).hasSize(1);
        Await.until(
                "Kite has a trade nobody asked for", () -> entry(order).trades().size() == 2);

        var report = compare();

        assertThat(report.getString("outcome")).isEqualTo("EQUAL");
        assertThat(differences(report)).isEmpty();
        var trades = entry(order).trades();
        assertThat(fills(order))
                .containsExactly(
                        List.of(trades.getFirst().tradeId(), "10"),
                        List.of(trades.getLast().tradeId(), "3"));
        assertThat(haltsAndAlarms()).containsExactlyInAnyOrder("OVERFILLED", "HALTED");
    }

    /// The broker's lists are read one after the other: what fills in between is in the positions, not in the orders.
    @Test
    void fillsWhileTheBrokerIsReadAreNoDifference() {
        nobodyReads();
        kite.onTick("NSE:TCS", PRICE, 4, Instant.now());
        kite.faults()
                .arm(new Fault.SlowAnswer(UNTIL_FILLED))
                .at(Endpoint.PLACE_ORDER)
                .next(1);
        awaitStatus(ordered("in-flight", 100), "PARTIALLY_FILLED");
        kite.faults()
                .arm(new Fault.SlowAnswer(UNTIL_FILLED))
                .at(Endpoint.TRADES)
                .always();

        try (var market = Executors.newSingleThreadScheduledExecutor()) {
            market.scheduleAtFixedRate(
                    () -> kite.onTick("NSE:TCS", PRICE, 1, Instant.now()),
                    0,
                    UNTIL_FILLED.toMillis(),
                    TimeUnit.MILLISECONDS);
            assertThat(differences(compare())).isEmpty();
        }
        assertThat(haltsAndAlarms()).isEmpty();
    }

    @Test
    void aFillTheBrokerDoesNotKnowHaltsTheLaneAndIsReadable() {
        var order = filled("invented");
        invent(order);

        var report = compare();

        assertThat(report.getString("outcome")).isEqualTo("DIFFERENT");
        assertThat(differences(report)).containsExactly("FILL_UNKNOWN_AT_BROKER " + order + " " + INVENTED);
        assertThat(Ledger.rows("select code, subject, halted from alarms where broker = ?", LANE))
                .containsExactly(
                        List.of("RECONCILIATION_DIFFERS", "FILL_UNKNOWN_AT_BROKER " + order + " " + INVENTED, "t"));
        assertThat(Ledger.rows("select state from trading_states where broker = ?", LANE))
                .containsExactly(List.of("HALTED"));
        var read = RestAssured.get("/brokers/" + LANE + "/reconciliation").jsonPath();
        var finding = "findings.find { it.weight == 'DIFFERENCE' }.";
        assertThat(read.getString("outcome")).isEqualTo("DIFFERENT");
        assertThat(read.getString(finding + "meaning"))
                .isEqualTo("Our books have an execution the broker does not know.");
        assertThat(read.getString(finding + "numbers.filledOurs")).isEqualTo("15");

        nothingIsInvented();
        assertThat(compare().getString("outcome")).isEqualTo("EQUAL");
    }

    @Test
    void withNobodyLoggedInTheBrokerCannotBeRead() {
        Ledger.rows("update broker_sessions set ended_at = now(), ended_why = 'test' where broker = ?", LANE);

        assertThat(compare().getString("outcome")).isEqualTo("UNREADABLE");
        var again = compare();

        assertThat(again.getString("words")).isEqualTo("nobody is logged in");
        assertThat(again.getList("findings")).isEmpty();
        assertThat(haltsAndAlarms()).containsExactly("RECONCILIATION_UNREADABLE");

        Visit.logIn(LANE);
        assertThat(compare().getString("outcome")).isEqualTo("EQUAL");
        assertThat(haltsAndAlarms()).isEmpty();
    }

    @Test
    void aTokenThatDiedIsFoundOutByTheComparison() {
        kite.logOutEverywhere(SimulatedKite.USER);

        var report = compare();

        assertThat(report.getString("outcome")).isEqualTo("UNREADABLE");
        assertThat(report.getString("words")).isNotEmpty();
        assertThat(Ledger.rows("select code from alarms where broker = ? and resolved_at is null", LANE))
                .containsExactly(List.of("SESSION_ENDED"));
    }

    private void tick() {
        kite.onTick("NSE:TCS", PRICE, 100_000, Instant.now());
        if (kite.exchange().lists("NSE:INFY")) {
            kite.onTick("NSE:INFY", PRICE, 100_000, Instant.now());
        }
    }

    private String byHand(OrderTicket ticket) {
        return kite.placeByHand(SimulatedKite.USER, ticket);
    }

    /// Another process has the lane's book to itself, and does nothing.
    private static void nobodyReads() {
        Ledger.rows("""
                insert into book_readers (broker, holder, leased_until) values (?, 'asleep', now() + interval '1 hour')
                on conflict (broker) do update
                set holder = excluded.holder, leased_until = excluded.leased_until
                """, LANE);
    }

    /// A fill of five more that only our books have.
    private static void invent(String order) {
        Ledger.rows("""
                insert into fills (id, order_id, event_id, broker, strategy, instrument, side, sequence, quantity, price,
                                   fees, executed_at, trade_id)
                select id || ' more', order_id, event_id || ' more', broker, strategy, instrument, side, sequence + 1, 5,
                       price, fees, executed_at, ?
                from fills where order_id = ?
                """, INVENTED, order);
        Ledger.rows("update orders set filled_quantity = 15 where id = ?", order);
    }

    private static void nothingIsInvented() {
        Ledger.rows(
                "update orders set filled_quantity = 10"
                        + " where id in (select order_id from fills where trade_id = ?)",
                INVENTED);
        Ledger.rows("delete from fills where trade_id = ?", INVENTED);
    }

    private String filled(String strategy) {
        var order = ordered(strategy, 10);
        awaitStatus(order, "FILLED");
        return order;
    }

    private String awaitEnd(String strategy, String status, Fault fault) {
        kite.faults().arm(fault).at(Endpoint.PLACE_ORDER).next(1);
        var order = ordered(strategy, 10);
        awaitStatus(order, status);
        return order;
    }

    private static String ordered(String strategy, long pieces) {
        var signal = Approvals.one(LANE, strategy, io.alphapanda.domain.money.Side.BUY, pieces);
        assertThat(Approvals.post(signal, Optional.empty())).isEqualTo(204);
        return Approvals.order(signal);
    }

    private static void awaitStatus(String order, String status) {
        Await.until(order + " is " + status, () -> Ledger.rows("select status from orders where id = ?", order)
                .equals(List.of(List.of(status))));
    }

    private Truth.Entry entry(String order) {
        return kite.truth().byTag(OrderTag.of(order).value()).getFirst();
    }

    private Truth.Entry order(String brokerOrderId) {
        return kite.truth().orders().stream()
                .filter(each -> each.orderId().equals(brokerOrderId))
                .findFirst()
                .orElseThrow();
    }

    private static List<List<String>> fills(String order) {
        return Ledger.rows("select trade_id, quantity::int from fills where order_id = ? order by sequence", order);
    }

    private static JsonPath compare() {
        var answer = RestAssured.post("/brokers/" + LANE + "/reconciliation");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.jsonPath();
    }

    private static List<String> differences(JsonPath report) {
        return report.getList("findings.findAll { it.weight != 'INFORMATION' }.collect { it.code + ' ' + it.subject }");
    }

    private static List<String> subjects(JsonPath report, String code) {
        return report.getList("findings.findAll { it.code == '" + code + "' }.subject");
    }

    private static List<String> haltsAndAlarms() {
        return Ledger.rows(
                        "select code from alarms where broker = ? and resolved_at is null"
                                + " union all select state from trading_states where broker = ? and state <> 'ACTIVE'",
                        LANE,
                        LANE)
                .stream()
                .map(List::getFirst)
                .toList();
    }
}
