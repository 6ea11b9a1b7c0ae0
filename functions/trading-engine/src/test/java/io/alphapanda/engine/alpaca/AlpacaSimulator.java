package io.alphapanda.engine.alpaca;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// An Alpaca on this machine, as far as the lane speaks to one: keys, assets, market orders with unique client order
/// ids, and fills, which come when a test says so. It fails on demand.
final class AlpacaSimulator implements AutoCloseable {

    static final String KEY_ID = "PKSIMULATED0000KEYID";
    static final String SECRET_KEY = "simulatedSecretKey/0123456789abcdef";

    /// What happens to one order.
    enum Fault {
        HANG_BEFORE,
        DROP_BEFORE,
        TAKE_THEN_HANG,
        TAKE_THEN_DROP,
        TAKE_THEN_503,
        TAKE_THEN_NONSENSE,
        TAKE_BUT_SHOW_LATER,
        NO_BUYING_POWER,
        NO_SHARES,
        TOO_MANY_REQUESTS,
        PAGE_OF_A_PROXY,
        REFUSE_QUOTING_THE_KEYS
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger requests = new AtomicInteger();
    private final SimulatedBook book = new SimulatedBook();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private volatile String away = "nothing";
    private volatile boolean keysDead;
    private volatile boolean filling;

    private AlpacaSimulator(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/v2/", this::serve);
        server.start();
    }

    static AlpacaSimulator start() {
        try {
            return new AlpacaSimulator(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    SimulatedBook book() {
        return book;
    }

    /// So many requests have come, whatever was answered.
    int requests() {
        return requests.get();
    }

    synchronized void next(Fault fault) {
        faults.add(fault);
    }

    /// Answers 503 to requests of a path that begins so, until it is [#well].
    void away(String path) {
        away = path;
    }

    void well() {
        away = "nothing";
        keysDead = false;
    }

    void killKeys() {
        keysDead = true;
    }

    /// Fills orders whole as they come, at 101.25.
    void fillAtOnce() {
        filling = true;
    }

    private void serve(HttpExchange exchange) {
        requests.incrementAndGet();
        try (exchange) {
            answer(exchange);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange) throws IOException, InterruptedException {
        var path = exchange.getRequestURI().getPath().substring("/v2/".length());
        var headers = exchange.getRequestHeaders();
        if (keysDead
                || !KEY_ID.equals(headers.getFirst("APCA-API-KEY-ID"))
                || !SECRET_KEY.equals(headers.getFirst("APCA-API-SECRET-KEY"))) {
            send(exchange, 403, "{\"message\":\"forbidden.\"}");
        } else if (path.startsWith(away)) {
            send(exchange, 503, "upstream connect error");
        } else if (path.equals("orders") && exchange.getRequestMethod().equals("POST")) {
            place(exchange, JSON.readTree(exchange.getRequestBody()));
        } else if (path.startsWith("orders/") && exchange.getRequestMethod().equals("DELETE")) {
            cancel(exchange, path.substring("orders/".length()));
        } else if (path.equals("orders")) {
            send(exchange, 200, book.orders(query(exchange)));
        } else if (path.equals("account/activities/FILL")) {
            send(exchange, 200, book.fills(query(exchange)));
        } else if (path.equals("positions")) {
            send(exchange, 200, book.positions());
        } else if (path.startsWith("assets/")) {
            asset(exchange, path.substring("assets/".length()));
        } else {
            send(exchange, 404, "{\"code\":40410000,\"message\":\"endpoint not found.\"}");
        }
    }

    /// AAPL is traded in parts, BRK.A is not, HALT not now.
    private static void asset(HttpExchange exchange, String symbol) throws IOException {
        if (!List.of("AAPL", "BRK.A", "HALT").contains(symbol)) {
            send(exchange, 404, "{\"code\":40410000,\"message\":\"asset not found for " + symbol + "\"}");
            return;
        }
        send(
                exchange,
                200,
                "{\"id\":\"b0b6dd9d\",\"class\":\"us_equity\",\"symbol\":\"" + symbol
                        + "\",\"status\":\"active\",\"tradable\":" + !symbol.equals("HALT") + ",\"fractionable\":"
                        + symbol.equals("AAPL") + "}");
    }

    private synchronized Optional<Fault> fault() {
        return Optional.ofNullable(faults.poll());
    }

    private void place(HttpExchange exchange, JsonNode order) throws IOException, InterruptedException {
        var fault = fault();
        if (fault.isPresent() && !before(exchange, fault.get())) {
            return;
        }
        var tag = order.path("client_order_id").asText();
        if (tag.isEmpty() || tag.length() > 48) {
            send(
                    exchange,
                    422,
                    "{\"code\":40010001,\"message\":\"client_order_id must be no more than 48 characters\"}");
            return;
        }
        var shown = fault.filter(Fault.TAKE_BUT_SHOW_LATER::equals).isEmpty();
        var taken = book.take(order, shown);
        if (taken.isEmpty()) {
            send(exchange, 422, "{\"code\":40010001,\"message\":\"client_order_id must be unique\"}");
            return;
        }
        if (filling) {
            book.fill(tag, order.path("qty").asText(), "101.25");
        }
        after(exchange, fault, taken.get());
    }

    private void cancel(HttpExchange exchange, String id) throws IOException {
        var fault = fault();
        switch (book.cancel(id)) {
            case UNKNOWN -> send(exchange, 404, "{\"code\":40410000,\"message\":\"order not found for " + id + "\"}");
            case ENDED -> send(exchange, 422, "{\"code\":42210000,\"message\":\"order is already in a final state\"}");
            case DONE -> {
                if (fault.equals(Optional.of(Fault.TAKE_THEN_503))) {
                    send(exchange, 503, "upstream connect error");
                } else {
                    exchange.sendResponseHeaders(204, -1);
                }
            }
        }
    }

    /// Whether the order is to be taken.
    private boolean before(HttpExchange exchange, Fault fault) throws IOException, InterruptedException {
        switch (fault) {
            case HANG_BEFORE -> closing.await();
            case DROP_BEFORE -> {}
            case NO_BUYING_POWER ->
                send(exchange, 403, "{\"code\":40310000,\"message\":\"insufficient buying power\"}");
            case NO_SHARES ->
                send(
                        exchange,
                        403,
                        "{\"code\":40310000,\"message\":\"insufficient qty available for order (requested: 10,"
                                + " available: 0)\"}");
            case TOO_MANY_REQUESTS -> send(exchange, 429, "{\"message\":\"too many requests.\"}");
            case PAGE_OF_A_PROXY -> send(exchange, 403, "<html>not here</html>");
            case REFUSE_QUOTING_THE_KEYS ->
                send(
                        exchange,
                        422,
                        "{\"code\":40010001,\"message\":\"bad request by " + KEY_ID + " with " + SECRET_KEY + "\"}");
            case TAKE_THEN_HANG, TAKE_THEN_DROP, TAKE_THEN_503, TAKE_THEN_NONSENSE, TAKE_BUT_SHOW_LATER -> {
                return true;
            }
        }
        return false;
    }

    private void after(HttpExchange exchange, Optional<Fault> fault, String answer)
            throws IOException, InterruptedException {
        switch (fault.orElse(Fault.TAKE_BUT_SHOW_LATER)) {
            case TAKE_THEN_HANG -> closing.await();
            case TAKE_THEN_DROP -> {}
            case TAKE_THEN_503 -> send(exchange, 503, "upstream connect error");
            case TAKE_THEN_NONSENSE -> send(exchange, 200, "{\"id\":");
            default -> send(exchange, 200, answer);
        }
    }

    private static Map<String, String> query(HttpExchange exchange) {
        var query = new HashMap<String, String>();
        Arrays.stream(exchange.getRequestURI().getRawQuery().split("&"))
                .map(each -> each.split("=", 2))
                .forEach(each -> query.put(each[0], URLDecoder.decode(each[1], StandardCharsets.UTF_8)));
        return query;
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("X-Request-ID", "simulated");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.close();
    }
}
