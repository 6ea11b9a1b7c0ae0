package io.alphapanda.local.kite.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.alphapanda.local.kite.exchange.AccountSpec;
import io.alphapanda.local.kite.exchange.MarketView;
import io.alphapanda.local.kite.exchange.RefusedException;
import io.alphapanda.local.kite.exchange.SimulatorTime;
import io.alphapanda.local.kite.fault.Endpoint;
import io.alphapanda.local.kite.fault.Fault;
import io.alphapanda.local.kite.fault.Faults;
import io.alphapanda.local.kite.fault.Struck;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/// The ticker: prices in binary frames, order updates and messages in text frames. Prices are snapshots: of several
/// ticks within one interval a client sees the last.
final class TickerServer {
    private static final int MOST_CONNECTIONS = 3;
    private static final int MOST_INSTRUMENTS = 3000;
    private static final String GREETING = "SIMULATED ticker: no real market";

    private final Sessions sessions;
    private final Faults faults;
    private final SimulatorTime time;
    private final Duration interval;
    private final Duration heartbeat;
    private final Supplier<List<MarketView>> quotes;
    private final List<TickerConnection> connections = new CopyOnWriteArrayList<>();
    private final Map<Long, MarketView> moved = new LinkedHashMap<>();

    TickerServer(
            Sessions sessions,
            Faults faults,
            SimulatorTime time,
            Duration interval,
            Duration heartbeat,
            Supplier<List<MarketView>> quotes) {
        this.sessions = sessions;
        this.faults = faults;
        this.time = time;
        this.interval = interval;
        this.heartbeat = heartbeat;
        this.quotes = quotes;
        time.after(heartbeat, this::beat);
    }

    static boolean isMeant(HttpServerRequest request) {
        return "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    }

    /// Decides about an upgrade: 403 for a token that is not alive, 429 for a connection too many.
    void upgrade(HttpServerRequest request) {
        request.response().putHeader(KiteServer.SIMULATED_HEADER, "true");
        Map<String, String> query = Query.parse(request.query());
        String apiKey = query.getOrDefault("api_key", "");
        Struck struck = faults.strike(Endpoint.TICKER, sessions.byApiKey(apiKey).map(AccountSpec::userId));
        if (struck.has(Fault.RefuseTicker.class)) {
            refuse(request, 403);
            return;
        }
        try {
            AccountSpec account = sessions.authenticate(apiKey, query.getOrDefault("access_token", ""));
            if (of(account.userId()).size() >= MOST_CONNECTIONS) {
                refuse(request, 429);
            } else {
                request.toWebSocket().onSuccess(socket -> open(socket, account, voice(struck)));
            }
        } catch (RefusedException e) {
            refuse(request, e.refusal().status());
        }
    }

    private static void refuse(HttpServerRequest request, int status) {
        request.response().setStatusCode(status).end();
    }

    /// Ticks have come in.
    void moved(List<MarketView> views) {
        boolean first;
        synchronized (moved) {
            first = moved.isEmpty();
            views.forEach(view -> moved.put(view.instrument().token(), view));
        }
        if (first && !views.isEmpty()) {
            time.after(interval, this::flush);
        }
    }

    /// To every connection of the user.
    void text(String userId, String type, Object data) {
        String json = Json.text(Map.of("type", type, "data", data));
        of(userId).forEach(connection -> connection.text(json));
    }

    /// Ends every connection of the user, without a word.
    void drop(String userId) {
        of(userId).forEach(TickerConnection::close);
    }

    int connected(String userId) {
        return of(userId).size();
    }

    private void open(ServerWebSocket socket, AccountSpec account, TickerConnection.Voice voice) {
        TickerConnection connection = new TickerConnection(socket, account, voice);
        socket.closeHandler(_ -> connections.remove(connection));
        socket.exceptionHandler(_ -> connections.remove(connection));
        socket.textMessageHandler(text -> command(connection, text));
        connection.text(Json.text(Map.of("type", "message", "data", GREETING)));
        connections.add(connection);
    }

    private void command(TickerConnection connection, String text) {
        try {
            JsonNode command = Json.read(text);
            JsonNode value = command.path("v");
            switch (command.path("a").asText()) {
                case "subscribe" -> subscribe(connection, tokens(value));
                case "unsubscribe" -> connection.unsubscribe(tokens(value));
                case "mode" -> mode(connection, value.path(0).asText(), tokens(value.path(1)));
                default -> error(connection, "Invalid action.");
            }
        } catch (RefusedException e) {
            error(connection, e.refusal().message());
        }
    }

    private void subscribe(TickerConnection connection, List<Long> tokens) {
        int excess = connection.subscribe(tokens, MOST_INSTRUMENTS);
        if (excess > 0) {
            error(
                    connection,
                    "Too many instruments: %d of them are beyond the %d of one connection."
                            .formatted(excess, MOST_INSTRUMENTS));
        }
        snapshot(connection, tokens);
    }

    private void mode(TickerConnection connection, String mode, List<Long> tokens) {
        Optional<Packets.Mode> known = Optional.of(mode.toUpperCase(Locale.ROOT))
                .filter(name -> List.of("LTP", "QUOTE", "FULL").contains(name))
                .map(Packets.Mode::valueOf);
        if (known.isEmpty()) {
            error(connection, "Invalid mode: ltp, quote or full.");
            return;
        }
        connection.mode(known.get(), tokens);
        snapshot(connection, tokens);
    }

    private void snapshot(TickerConnection connection, List<Long> tokens) {
        List<MarketView> asked = quotes.get().stream()
                .filter(view -> tokens.contains(view.instrument().token()))
                .toList();
        send(connection, asked);
    }

    private void flush() {
        List<MarketView> views;
        synchronized (moved) {
            views = List.copyOf(moved.values());
            moved.clear();
        }
        connections.forEach(connection -> send(connection, views));
    }

    private void send(TickerConnection connection, List<MarketView> views) {
        if (views.stream().noneMatch(view -> connection.wants(view.instrument().token()))) {
            return;
        }
        List<byte[]> lead = faults.strike(
                        Endpoint.TICKER_FRAME, Optional.of(connection.account().userId()))
                .find(Fault.UnknownPacket.class)
                .map(fault -> List.of(new byte[fault.length()]))
                .orElse(List.of());
        connection.prices(views, time.now(), lead);
    }

    private void beat() {
        connections.forEach(TickerConnection::beat);
        time.after(heartbeat, this::beat);
    }

    private List<TickerConnection> of(String userId) {
        return connections.stream()
                .filter(connection -> connection.account().userId().equals(userId))
                .toList();
    }

    private static TickerConnection.Voice voice(Struck struck) {
        if (struck.has(Fault.MuteTicker.class)) {
            return TickerConnection.Voice.NOTHING;
        }
        return struck.has(Fault.HeartbeatsOnly.class)
                ? TickerConnection.Voice.HEARTBEATS
                : TickerConnection.Voice.EVERYTHING;
    }

    private static List<Long> tokens(JsonNode array) {
        List<Long> tokens = new ArrayList<>();
        array.forEach(token -> tokens.add(token.asLong()));
        return tokens;
    }

    private static void error(TickerConnection connection, String message) {
        connection.text(Json.text(Map.of("type", "error", "data", message)));
    }
}
