package io.alphapanda.local.kite;

import com.fasterxml.jackson.databind.JsonNode;
import io.alphapanda.local.kite.exchange.AccountSpec;
import io.alphapanda.local.kite.exchange.ExchangeTerms;
import io.alphapanda.local.kite.exchange.ManualTime;
import io.alphapanda.local.kite.exchange.SimulatedInstrument;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/// A simulator on standing time, Thursday 10:00 Indian time, with two accounts and a client that is logged in.
public final class Broker implements AutoCloseable {
    public static final SimulatedInstrument INFY =
            SimulatedInstrument.equity("NSE", "INFY", 408_065, "1567.80").withFreezeQuantity(1000);
    public static final SimulatedInstrument SBIN = SimulatedInstrument.equity("NSE", "SBIN", 779_521, "800");
    public static final SimulatedInstrument NIFTY = SimulatedInstrument.index("NSE", "NIFTY 50", 256_265, "24000");
    public static final String USER = "AB1234";
    public static final String OTHER = "CD5678";
    public static final String API_KEY = "key";
    public static final String API_SECRET = "secret";

    private final ManualTime time;
    private final KiteSimulator simulator;
    private final RawClient client;

    private Broker(ManualTime time, KiteSimulator simulator) {
        this.time = time;
        this.simulator = simulator;
        this.client = new RawClient(simulator.restUrl(), API_KEY, simulator.accessToken(USER));
    }

    public static Broker start() {
        return start(account(), options -> options);
    }

    public static AccountSpec account() {
        return AccountSpec.of(USER, API_KEY, API_SECRET);
    }

    public static Broker start(AccountSpec account, UnaryOperator<SimulatorOptions> more) {
        ManualTime time = new ManualTime(Instant.parse("2026-11-26T04:30:00Z"));
        SimulatorOptions options = SimulatorOptions.of(
                        List.of(INFY, SBIN, NIFTY), account, AccountSpec.of(OTHER, "key-2", "secret-2"))
                .withTime(time)
                .withTerms(ExchangeTerms.defaults());
        return new Broker(time, KiteSimulator.start(more.apply(options)));
    }

    public KiteSimulator simulator() {
        return simulator;
    }

    public RawClient client() {
        return client;
    }

    public ManualTime time() {
        return time;
    }

    /// Long enough for whatever is under way.
    public void settle() {
        time.advance(Duration.ofMillis(50));
    }

    public void tick(String price, long quantity) {
        simulator.onTick("NSE:INFY", new BigDecimal(price), quantity, time.now());
    }

    /// A limit order for INFY.
    public String form(long quantity, String price, String tag) {
        return "exchange=NSE&tradingsymbol=INFY&transaction_type=BUY&order_type=LIMIT&product=CNC&validity=DAY"
                + "&quantity=" + quantity + "&price=" + price + "&tag=" + tag;
    }

    /// @return the order id
    public String place(long quantity, String price, String tag) {
        return client.post("/orders/regular", form(quantity, price, tag))
                .data()
                .path("order_id")
                .asText();
    }

    /// The order's row in the book.
    public JsonNode row(String orderId) {
        for (JsonNode row : client.get("/orders").data()) {
            if (row.path("order_id").asText().equals(orderId)) {
                return row;
            }
        }
        throw new AssertionError("the book has no order " + orderId);
    }

    @Override
    public void close() {
        simulator.close();
    }
}
