package io.alphapanda.local.kite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A web server that takes postbacks.
final class PostbackInbox implements AutoCloseable {
    private final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    PostbackInbox() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/postback", exchange -> {
            received.add(new ObjectMapper().readTree(exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/postback");
    }

    List<JsonNode> received() {
        return List.copyOf(received);
    }

    List<String> statuses() {
        return received.stream()
                .map(update -> update.path("status").asText() + " "
                        + update.path("filled_quantity").asText())
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
