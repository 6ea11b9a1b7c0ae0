package io.alphapanda.local.kafkasource;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// An HTTP server that notes what it gets, in order of arrival, and answers as the test says.
final class FakeFunction implements AutoCloseable {
    record Call(Map<String, String> headers, String body) {
        String header(String name) {
            return headers.get(name);
        }

        long offset() {
            return Long.parseLong(header("ce-knativekafkaoffset"));
        }

        int partition() {
            return Integer.parseInt(header("ce-knativekafkapartition"));
        }
    }

    record Reply(int status, String body, Map<String, String> headers) {
        static Reply of(int status) {
            return new Reply(status, "", Map.of());
        }
    }

    final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    final AtomicInteger running = new AtomicInteger();
    final AtomicInteger mostRunning = new AtomicInteger();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private volatile Function<Call, Reply> answer = _ -> Reply.of(204);

    FakeFunction() {
        this(0);
    }

    FakeFunction(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(executor);
        server.createContext("/", this::handle);
        server.start();
    }

    void answers(Function<Call, Reply> newAnswer) {
        answer = newAnswer;
    }

    URI address() {
        return URI.create("http://127.0.0.1:%d/fn".formatted(server.getAddress().getPort()));
    }

    List<String> bodies() {
        return calls.stream().map(Call::body).toList();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new TreeMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Call call = new Call(headers, body);
            calls.add(call);
            reply(exchange, run(call));
        }
    }

    /// Counted as running until just before the reply: after it the next request may be here already.
    private Reply run(Call call) {
        mostRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
        try {
            return answer.apply(call);
        } finally {
            running.decrementAndGet();
        }
    }

    private static void reply(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
