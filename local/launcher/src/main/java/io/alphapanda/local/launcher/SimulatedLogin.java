package io.alphapanda.local.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Logs an account in at its simulated broker, by the way a person goes with a browser:
///
/// ```
/// GET engine /brokers/<name>/login ─302─▶ simulator /connect/login ─302─▶ engine /brokers/<name>/session ─▶ 200
/// ```
final class SimulatedLogin {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SHOWN = 300;

    private final HttpClient browser = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    /// @param engine address of the trading-engine that serves the broker
    /// @throws StartException that says where the way ended
    void logIn(String broker, String engine) {
        var start = URI.create(engine + "/brokers/" + broker + "/login");
        try {
            var end = browser.send(
                    HttpRequest.newBuilder(start).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
            if (end.statusCode() / 100 != 2) {
                throw new StartException(
                        "%s could not be logged in at its simulated broker: %s led to %s, status %d: %s"
                                .formatted(
                                        broker,
                                        start,
                                        withoutQuery(end.uri()),
                                        end.statusCode(),
                                        shortened(end.body())));
            }
        } catch (IOException e) {
            throw new StartException(
                    "%s could not be logged in at its simulated broker: %s gave no answer (%s); see the log of trading-engine"
                            .formatted(broker, start, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("interrupted");
        }
    }

    /// The query holds the request token.
    private static String withoutQuery(URI uri) {
        return uri.toString().replaceFirst("\\?.*", "");
    }

    private static String shortened(String body) {
        var line = body.strip().replaceAll("\\s+", " ");
        return line.isEmpty() ? "(nothing)" : line.substring(0, Math.min(SHOWN, line.length()));
    }
}
