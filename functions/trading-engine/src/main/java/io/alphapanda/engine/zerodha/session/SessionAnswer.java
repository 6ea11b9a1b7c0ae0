package io.alphapanda.engine.zerodha.session;

import io.alphapanda.kite.failure.KiteException;
import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.secret.VaultException;
import io.alphapanda.stage.session.SessionStatus;
import io.alphapanda.stage.trouble.Trouble;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.List;
import org.jboss.logging.Logger;

/// What a session's door answers: never kept, never told to the next page, and nothing in it runs.
///
/// @param location where to go instead; empty for nowhere
record SessionAnswer(int status, String contentType, String body, String location) {

    private static final Logger LOG = Logger.getLogger(SessionAnswer.class);
    private static final String HTML = "text/html; charset=utf-8";
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    static SessionAnswer redirect(URI location) {
        return new SessionAnswer(302, "text/plain", "", location.toString());
    }

    static SessionAnswer page(int status, String html) {
        return new SessionAnswer(status, HTML, html, "");
    }

    static SessionAnswer status(BrokerAccount account, SessionStatus status) {
        return new SessionAnswer(200, JSON, SessionJson.status(account, status), "");
    }

    static SessionAnswer unknownBroker(String name, List<String> served, String path) {
        return new SessionAnswer(404, PROBLEM, SessionJson.unknownBroker(name, served, path), "");
    }

    /// @param page whether a person looks at it
    static SessionAnswer failure(Throwable failure, BrokerAccount account, boolean page, String path) {
        var refusal = refusal(failure, account);
        return page
                ? page(refusal.status(), SessionPage.refused(account, refusal.reason()))
                : new SessionAnswer(
                        refusal.status(),
                        PROBLEM,
                        SessionJson.problem(
                                "session", "The session can't be told", refusal.status(), refusal.reason(), path),
                        "");
    }

    private record Refusal(int status, String reason) {}

    private static Refusal refusal(Throwable failure, BrokerAccount account) {
        return switch (failure) {
            case LoginRefusedException refused -> new Refusal(refused.status(), refused.getMessage());
            case VaultException locked -> new Refusal(503, locked.getMessage());
            case KiteException kite -> new Refusal(502, kite.getMessage());
            default ->
                switch (Trouble.of(failure)) {
                    case TRANSIENT -> {
                        LOG.warnf(
                                "session not answered, the infrastructure is away: broker=%s reason=%s",
                                account.broker(), failure);
                        yield new Refusal(503, "The database or Redis can't be reached; begin again shortly.");
                    }
                    case DEFECT -> {
                        LOG.errorf(failure, "session not answered, a defect: broker=%s", account.broker());
                        yield new Refusal(500, "The cause is in the log of this service.");
                    }
                };
        };
    }

    void send(RoutingContext http) {
        var response = http.response()
                .setStatusCode(status)
                .putHeader("content-type", contentType)
                .putHeader("cache-control", "no-store")
                .putHeader("referrer-policy", "no-referrer")
                .putHeader("x-content-type-options", "nosniff")
                .putHeader("content-security-policy", "default-src 'none'; frame-ancestors 'none'");
        if (!location.isEmpty()) {
            response.putHeader("location", location);
        }
        response.end(body);
    }
}
