package io.alphapanda.api.access;

import io.alphapanda.stage.broker.ConfigurationException;
import io.quarkus.runtime.Startup;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Cuts off whoever announces a body and does not send it in time, answered or not: a connection that is held is one
/// that somebody else can't have.
@Singleton
@Startup
final class SlowSenders {

    private static final String KEY = "panda.api.body-within-seconds";
    private static final int LONGEST = 300;
    private static final long MILLIS = 1_000;

    private final int seconds;

    /// @param seconds how long a client may take to send a request's body, 1 to 300
    SlowSenders(@ConfigProperty(name = "panda.api.body-within-seconds", defaultValue = "10") int seconds) {
        if (seconds < 1 || seconds > LONGEST) {
            throw new ConfigurationException(KEY + " '" + seconds + "' must be 1 to " + LONGEST);
        }
        this.seconds = seconds;
    }

    void watch(RoutingContext http) {
        var request = http.request();
        if (request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            http.vertx().setTimer(seconds * MILLIS, _ -> {
                if (!request.isEnded()) {
                    request.connection().close();
                }
            });
        }
    }
}
