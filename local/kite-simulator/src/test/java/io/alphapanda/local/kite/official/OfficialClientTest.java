package io.alphapanda.local.kite.official;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zerodhatech.kiteconnect.KiteConnect;
import com.zerodhatech.kiteconnect.Routes;
import com.zerodhatech.kiteconnect.kitehttp.exceptions.InputException;
import com.zerodhatech.kiteconnect.kitehttp.exceptions.KiteException;
import com.zerodhatech.kiteconnect.kitehttp.exceptions.NetworkException;
import com.zerodhatech.kiteconnect.kitehttp.exceptions.TokenException;
import com.zerodhatech.models.Instrument;
import com.zerodhatech.models.Order;
import com.zerodhatech.models.OrderParams;
import com.zerodhatech.models.Tick;
import com.zerodhatech.ticker.KiteTicker;
import io.alphapanda.local.kite.Await;
import io.alphapanda.local.kite.KiteSimulator;
import io.alphapanda.local.kite.SimulatorOptions;
import io.alphapanda.local.kite.exchange.AccountSpec;
import io.alphapanda.local.kite.exchange.SimulatedInstrument;
import io.alphapanda.local.kite.fault.Fault;
import java.io.IOException;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The broker's own Java client, unchanged, against the simulator. Its addresses are private static fields, so this
/// test has a JVM of its own.
@Tag("official-client")
class OfficialClientTest {
    private static final String USER = "AB1234";
    private static final long INFY = 408_065;

    private KiteSimulator simulator;
    private KiteConnect kite;

    @BeforeEach
    void logIn() throws KiteException, IOException, ReflectiveOperationException {
        simulator = KiteSimulator.start(SimulatorOptions.of(
                List.of(
                        SimulatedInstrument.equity("NSE", "INFY", INFY, "1567.80"),
                        SimulatedInstrument.index("NSE", "NIFTY 50", 256_265, "24000")),
                AccountSpec.of(USER, "key", "secret").withHolding("NSE:INFY", 20, "1000")));
        point("_rootUrl", simulator.restUrl().toString());
        point("_loginUrl", simulator.loginUrl().toString());
        point("_wsuri", simulator.tickerUrl() + "/?access_token=:access_token&api_key=:api_key");
        kite = new KiteConnect("key");
        kite.setUserId(USER);
        kite.setAccessToken(kite.generateSession(simulator.requestToken(USER), "secret").accessToken);
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    private static void point(String field, String address) throws ReflectiveOperationException {
        Field route = Routes.class.getDeclaredField(field);
        route.setAccessible(true);
        route.set(null, address);
    }

    private void tick(String price) {
        simulator.onTick("NSE:INFY", new BigDecimal(price), 100, Instant.now());
    }

    private static OrderParams limit(double price) {
        OrderParams order = new OrderParams();
        order.exchange = "NSE";
        order.tradingsymbol = "INFY";
        order.transactionType = "BUY";
        order.orderType = "LIMIT";
        order.product = "CNC";
        order.validity = "DAY";
        order.quantity = 10;
        order.price = price;
        order.triggerPrice = 0.0;
        order.disclosedQuantity = 0;
        order.tag = "official";
        return order;
    }

    private Order row(String orderId) throws KiteException, IOException {
        return kite.getOrders().stream()
                .filter(order -> order.orderId.equals(orderId))
                .findFirst()
                .orElseThrow();
    }

    private void awaitStatus(String orderId, String status) {
        Await.until(orderId + " is " + status, () -> {
            try {
                return row(orderId).status.equals(status);
            } catch (KiteException | IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void reads_profile_margins_holdings_and_instruments() throws KiteException, IOException {
        assertThat(kite.getProfile().userName).isEqualTo("SIMULATED");
        assertThat(kite.getMargins("equity").net).isEqualTo("10000000");
        assertThat(kite.getMargins()).containsOnlyKeys("equity", "commodity");
        assertThat(kite.getHoldings().getFirst().tradingSymbol).isEqualTo("INFY");
        List<Instrument> instruments = kite.getInstruments("NSE");
        assertThat(instruments)
                .extracting(instrument -> instrument.tradingsymbol)
                .containsExactly("INFY", "NIFTY 50");
    }

    @Test
    void places_modifies_and_cancels() throws KiteException, IOException {
        String order = kite.placeOrder(limit(1500), "regular").orderId;
        awaitStatus(order, "OPEN");
        assertThat(kite.modifyOrder(order, limit(1490), "regular").orderId).isEqualTo(order);
        awaitStatus(order, "OPEN");
        assertThat(row(order).price).isEqualTo("1490");
        assertThat(kite.cancelOrder(order, "regular").orderId).isEqualTo(order);
        awaitStatus(order, "CANCELLED");
        assertThat(kite.getOrderHistory(order).getFirst().status).isEqualTo("PUT ORDER REQ RECEIVED");
    }

    @Test
    void sees_its_fill_in_trades_and_positions() throws KiteException, IOException {
        tick("1500");
        String order = kite.placeOrder(limit(1501), "regular").orderId;
        awaitStatus(order, "COMPLETE");
        assertThat(row(order).averagePrice).isEqualTo("1500");
        assertThat(kite.getTrades()).extracting(trade -> trade.orderId).containsExactly(order);
        assertThat(kite.getPositions().get("net").getFirst().netQuantity).isEqualTo(10);
    }

    @Test
    void reads_quotes() throws KiteException, IOException {
        tick("1573.15");
        assertThat(kite.getQuote(new String[] {"NSE:INFY"}).get("NSE:INFY").lastPrice)
                .isEqualTo(1573.15);
        assertThat(kite.getOHLC(new String[] {"NSE:INFY"}).get("NSE:INFY").ohlc.close)
                .isEqualTo(1567.8);
        assertThat(kite.getLTP(new String[] {"NSE:INFY", "NSE:NONE"})).containsOnlyKeys("NSE:INFY");
    }

    @Test
    void maps_errors_to_its_own_exceptions() {
        OrderParams unprotected = limit(0);
        unprotected.orderType = "MARKET";
        assertThat(catchThrowableOfType(InputException.class, () -> kite.placeOrder(unprotected, "regular")).message)
                .contains("without market protection");
        simulator.faults().arm(Fault.AnswerBefore.unavailable()).next(1);
        assertThat(catchThrowableOfType(NetworkException.class, kite::getOrders).code)
                .isEqualTo(503);
        simulator.logOutEverywhere(USER);
        assertThat(catchThrowableOfType(TokenException.class, kite::getProfile).code)
                .isEqualTo(403);
    }

    @Test
    void hears_prices_and_order_updates_on_its_ticker() throws KiteException, IOException {
        List<Tick> ticks = new CopyOnWriteArrayList<>();
        List<Order> updates = new CopyOnWriteArrayList<>();
        ArrayList<Long> tokens = new ArrayList<>(List.of(INFY, 256_265L));
        KiteTicker ticker = new KiteTicker(kite.getAccessToken(), kite.getApiKey());
        ticker.setOnTickerArrivalListener(ticks::addAll);
        ticker.setOnOrderUpdateListener(updates::add);
        ticker.setOnConnectedListener(() -> {
            ticker.subscribe(tokens);
            ticker.setMode(tokens, KiteTicker.modeFull);
        });
        ticker.connect();
        try {
            Await.until("a snapshot in full", () -> ticks.stream()
                    .anyMatch(tick -> tick.getMode().equals("full")));
            tick("1573.15");
            Await.until("the price", () -> ticks.stream().anyMatch(OfficialClientTest::isTheTick));
            Tick full = ticks.stream()
                    .filter(OfficialClientTest::isTheTick)
                    .findFirst()
                    .orElseThrow();
            assertThat(full.getInstrumentToken()).isEqualTo(INFY);
            assertThat(full.getClosePrice()).isEqualTo(1567.8);
            assertThat(full.getMarketDepth().get("buy")).hasSize(5);
            assertThat(ticks).anyMatch(tick -> tick.getInstrumentToken() == 256_265 && !tick.isTradable());

            String order = kite.placeOrder(limit(1580), "regular").orderId;
            Await.until("the update", () -> updates.stream().anyMatch(update -> update.orderId.equals(order)));
            assertThat(updates.getLast().status).isEqualTo("COMPLETE");
        } finally {
            ticker.disconnect();
        }
    }

    private static boolean isTheTick(Tick tick) {
        return tick.getLastTradedPrice() == 1573.15 && tick.getMode().equals("full");
    }
}
