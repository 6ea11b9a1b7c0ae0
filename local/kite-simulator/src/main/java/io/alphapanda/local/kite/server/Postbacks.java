package io.alphapanda.local.kite.server;

import io.alphapanda.local.kite.exchange.AccountSpec;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Posts order updates to an account's URL, one after the other, and never again: whether the real broker tries again
/// is not documented.
final class Postbacks {
    private static final Logger LOG = LoggerFactory.getLogger(Postbacks.class);
    private static final int TIMEOUT_SECONDS = 10;

    private final HttpClient client;

    Postbacks(Vertx vertx) {
        client = vertx.createHttpClient(new HttpClientOptions()
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setReadIdleTimeout(TIMEOUT_SECONDS)
                .setConnectTimeout(TIMEOUT_SECONDS * 1000)
                .setMaxPoolSize(1));
    }

    void post(AccountSpec account, byte[] json) {
        URI url = account.postbackUrl();
        if (url == null) {
            return;
        }
        String path = url.getRawQuery() == null ? url.getRawPath() : url.getRawPath() + "?" + url.getRawQuery();
        client.request(HttpMethod.POST, url.getPort() < 0 ? 80 : url.getPort(), url.getHost(), path)
                .compose(request -> request.putHeader("Content-Type", "application/json")
                        .putHeader(KiteServer.SIMULATED_HEADER, "true")
                        .send(Buffer.buffer(json)))
                .onFailure(e ->
                        LOG.warn("a postback was not delivered user={} reason={}", account.userId(), e.toString()));
    }
}
