package io.alphapanda.kite;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.time.Duration;

/// Opens connections to the ticker.
public final class TickerSockets implements AutoCloseable {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);

    /// 3,000 full packets are 560 kB; the format itself ends at 12 MB.
    private static final int LARGEST_FRAME = 12 * 1024 * 1024;

    private static final int TLS_PORT = 443;
    private static final int PLAIN_PORT = 80;

    private final WebSocketClient client;

    public TickerSockets(Vertx vertx) {
        this.client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setConnectTimeout((int) CONNECT_WITHIN.toMillis())
                .setMaxFrameSize(LARGEST_FRAME)
                .setMaxMessageSize(LARGEST_FRAME));
    }

    /// @param address of the ticker, with key and token in its query: it goes into the request line and nowhere else
    public Future<WebSocket> open(Secret address) {
        var to = URI.create(address.reveal());
        boolean tls = "wss".equals(to.getScheme());
        var path = to.getRawPath().isEmpty() ? "/" : to.getRawPath();
        var options = new WebSocketConnectOptions();
        options.setHost(to.getHost());
        options.setPort(to.getPort() >= 0 ? to.getPort() : tls ? TLS_PORT : PLAIN_PORT);
        options.setSsl(tls);
        options.setURI(path + "?" + to.getRawQuery());
        options.setTimeout(CONNECT_WITHIN.toMillis());
        options.addHeader("X-Kite-Version", "3");
        return client.connect(options);
    }

    @Override
    public void close() {
        client.close();
    }
}
