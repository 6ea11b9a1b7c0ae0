package io.alphapanda.local.kite;

import io.alphapanda.local.kite.exchange.OrderFate;
import io.alphapanda.local.kite.exchange.OrderTicket;
import io.alphapanda.local.kite.exchange.SimulatedExchange;
import io.alphapanda.local.kite.exchange.SimulatedInstrument;
import io.alphapanda.local.kite.exchange.Tick;
import io.alphapanda.local.kite.exchange.Truth;
import io.alphapanda.local.kite.fault.Faults;
import io.alphapanda.local.kite.server.KiteServer;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/// A running simulator.
///
/// ```java
/// var infy = SimulatedInstrument.equity("NSE", "INFY", 408065, "1570");
/// var account = AccountSpec.of("AB1234", "key", "secret");
/// try (var simulator = KiteSimulator.start(SimulatorOptions.of(List.of(infy), account))) {
///     String accessToken = simulator.accessToken("AB1234");
///     simulator.onTick("NSE:INFY", new BigDecimal("1573.15"), 100, Instant.now());
///     simulator.faults().arm(new Fault.AcceptThenHang()).next(1);
///     // ... a client trades against simulator.restUrl()
///     simulator.truth().doubled();    // empty, if the client is good
/// }
/// ```
public final class KiteSimulator implements AutoCloseable {
    private final Faults faults;
    private final KiteServer server;

    private KiteSimulator(Faults faults, KiteServer server) {
        this.faults = faults;
        this.server = server;
    }

    /// @throws IllegalStateException when the port is taken
    public static KiteSimulator start(SimulatorOptions options) {
        Faults faults = new Faults();
        return new KiteSimulator(faults, KiteServer.start(options, faults));
    }

    public int port() {
        return server.port();
    }

    /// Root of the REST API, without a slash at the end.
    public URI restUrl() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /// Of the ticker, without its query.
    public URI tickerUrl() {
        return URI.create("ws://127.0.0.1:" + port());
    }

    /// Where a login starts, without its query.
    public URI loginUrl() {
        return URI.create(restUrl() + "/connect/login");
    }

    public Faults faults() {
        return faults;
    }

    /// What the exchange really holds.
    public Truth truth() {
        return server.exchange().truth();
    }

    /// For what a test wants to know or do without HTTP.
    public SimulatedExchange exchange() {
        return server.exchange();
    }

    /// Lists one more instrument while it runs. A client that has fetched the list before does not know it.
    ///
    /// @throws IllegalArgumentException if another one of its key or token is listed
    public void list(SimulatedInstrument instrument) {
        server.exchange().list(instrument);
    }

    /// The trading session ends: so does every open order. Orders that come later are taken all the same.
    public void closeSession() {
        server.exchange().closeSession();
    }

    /// A trade of the market; orders fill from it.
    ///
    /// @param instrument `EXCHANGE:SYMBOL`
    /// @param quantity   the most that orders can take of it; {@link SimulatedExchange#ANY_QUANTITY} if unknown
    public void onTick(String instrument, BigDecimal price, long quantity, Instant at) {
        onTicks(List.of(new Tick(instrument, price, quantity, at)));
    }

    /// Several at once: one frame for each client of the ticker.
    public void onTicks(List<Tick> ticks) {
        server.exchange().onTicks(ticks);
    }

    /// As a login would end: to be exchanged at POST /session/token.
    public String requestToken(String userId) {
        return server.requestToken(userId);
    }

    /// A session without the login.
    public String accessToken(String userId) {
        return server.accessToken(userId);
    }

    /// Every token of the user dies now, as on a master logout. Open ticker connections stay.
    public void logOutEverywhere(String userId) {
        server.endSessions(userId);
    }

    /// An order the user places on the broker's site.
    ///
    /// @return its order id
    public String placeByHand(String userId, OrderTicket ticket) {
        return server.exchange()
                .place(userId, ticket.byHand(), OrderFate.ORDINARY)
                .orderId();
    }

    /// A text frame on the user's ticker connections.
    ///
    /// @param type `message`, `error`, or one that no document knows
    public void sendMessage(String userId, String type, String text) {
        server.sendMessage(userId, type, text);
    }

    /// Ends the user's ticker connections; he may connect again.
    public void dropTickers(String userId) {
        server.dropTickers(userId);
    }

    public int tickerConnections(String userId) {
        return server.tickerConnections(userId);
    }

    @Override
    public void close() {
        server.close();
    }
}
