package io.alphapanda.local.kafkasource;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Posts over HTTP/1.1 with kept-alive connections and follows no redirects. A value that is illegal in a header makes
/// the client refuse the request; like the real one, that is treated as a failed attempt and retried in vain.
final class HttpSink implements Sink, AutoCloseable {
    private static final String EXTENSION_PREFIX = "kne-";

    private final HttpClient client;
    private final URI address;
    private final Duration timeout;

    HttpSink(URI address, Duration timeout) {
        this.address = address;
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .executor(Runnable::run) // our handlers never block, so the selector may run them itself
                .build();
    }

    @Override
    public Answer post(EventRequest request) {
        CompletableFuture<HttpResponse<byte[]>> exchange;
        try {
            exchange = client.sendAsync(httpRequest(request), _ -> new FirstBytes());
        } catch (IllegalArgumentException e) {
            return new Answer.None("the request cannot be sent: " + e.getMessage(), false);
        }
        try {
            HttpResponse<byte[]> response = exchange.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            return new Answer.Response(response.statusCode(), response.body(), extensions(response.headers()));
        } catch (TimeoutException _) {
            exchange.cancel(true);
            return new Answer.None("no answer within " + timeout, false);
        } catch (ExecutionException e) {
            return unanswered(e.getCause());
        } catch (InterruptedException _) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            return new Answer.None("interrupted", false);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private HttpRequest httpRequest(EventRequest request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(address);
        request.headers().forEach(builder::header);
        return builder.POST(request.body()
                        .map(HttpRequest.BodyPublishers::ofByteArray)
                        .orElseGet(HttpRequest.BodyPublishers::noBody))
                .build();
    }

    private static Answer unanswered(Throwable cause) {
        return new Answer.None(cause.toString(), cause instanceof ConnectException);
    }

    private static Map<String, String> extensions(HttpHeaders headers) {
        Map<String, String> extensions = new TreeMap<>();
        headers.map().forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.matches(EXTENSION_PREFIX + "[a-z0-9]+")) {
                extensions.put(lower.substring(EXTENSION_PREFIX.length()), values.getFirst());
            }
        });
        return extensions.isEmpty() ? Map.of() : extensions;
    }
}
