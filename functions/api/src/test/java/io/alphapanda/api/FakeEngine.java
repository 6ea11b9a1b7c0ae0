package io.alphapanda.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/// The doors for commands of a trading-engine, which answers what it was told to. It is told over HTTP: what starts it
/// lives in another class loader than the tests.
final class FakeEngine {

    static final String KEY = "0123456789abcdef0123456789abcdef";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final HttpServer server;
    private final JsonArray asked = new JsonArray();
    private JsonObject answer = new JsonObject().put("status", 200).put("body", new JsonObject());

    record Asked(String method, String path, String authorization, JsonObject body) {}

    FakeEngine() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// What it says to every command from now on.
    static void answers(int status, String json) {
        ask(
                "PUT",
                new JsonObject()
                        .put("status", status)
                        .put("body", new JsonObject(json))
                        .encode());
    }

    /// The commands since then.
    static List<Asked> asked() {
        return new JsonArray(ask("GET", ""))
                .stream()
                        .map(JsonObject.class::cast)
                        .map(each -> new Asked(
                                each.getString("method"),
                                each.getString("path"),
                                each.getString("authorization"),
                                new JsonObject(each.getString("body"))))
                        .toList();
    }

    private static String ask(String method, String body) {
        var address = ConfigProvider.getConfig().getValue("panda.api.engine-address", String.class);
        var request = HttpRequest.newBuilder(URI.create(address + "/test"))
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var path = exchange.getRequestURI().getRawPath();
        if (!path.equals("/test")) {
            asked.add(new JsonObject()
                    .put("method", exchange.getRequestMethod())
                    .put("path", path)
                    .put("authorization", exchange.getRequestHeaders().getFirst("Authorization"))
                    .put("body", body));
            send(
                    exchange,
                    answer.getInteger("status"),
                    answer.getJsonObject("body").encode());
        } else if (body.isEmpty()) {
            send(exchange, 200, asked.encode());
        } else {
            answer = new JsonObject(body);
            asked.clear();
            send(exchange, 200, "{}");
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
