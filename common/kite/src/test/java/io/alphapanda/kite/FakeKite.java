package io.alphapanda.kite;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.alphapanda.kite.KiteAccount.Addresses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A Kite on this machine that answers one thing at a time and remembers what it was asked.
final class FakeKite implements AutoCloseable {

    /// @param target path and query as sent
    record Request(String method, String target, String authorization, String version, String type, String body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    private volatile int status = 200;
    private volatile byte[] body = new byte[0];
    private volatile String retryAfter = "";
    private volatile boolean echoes;

    FakeKite() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    FakeKite answering(String data) {
        return answering(200, "{\"status\":\"success\",\"data\":" + data + "}");
    }

    FakeKite answering(int newStatus, String text) {
        return answering(newStatus, text.getBytes(UTF_8));
    }

    FakeKite answering(int newStatus, byte[] bytes) {
        status = newStatus;
        body = bytes;
        echoes = false;
        return this;
    }

    /// Answers with everything secret it was sent, `%s` in `text`.
    FakeKite echoing(int newStatus, String text) {
        answering(newStatus, text);
        echoes = true;
        return this;
    }

    FakeKite askingToWait(String seconds) {
        retryAfter = seconds;
        return this;
    }

    Addresses addresses() {
        return addresses(server.getAddress().getPort());
    }

    static Addresses addresses(int port) {
        return new Addresses(
                URI.create("http://127.0.0.1:" + port),
                URI.create("https://kite.zerodha.com/connect/login"),
                URI.create("ws://127.0.0.1:" + port));
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    Request last() {
        return requests.getLast();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        requests.add(new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                String.valueOf(headers.getFirst("Authorization")),
                String.valueOf(headers.getFirst("X-Kite-Version")),
                String.valueOf(headers.getFirst("Content-Type")),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        if (!retryAfter.isEmpty()) {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
        }
        var bytes = echoes ? echo(last()) : body;
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private byte[] echo(Request request) {
        var sent = request.authorization() + " " + request.target() + " " + request.body();
        return new String(body, UTF_8).replace("%s", sent.replace("\"", "'")).getBytes(UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
