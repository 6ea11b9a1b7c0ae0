package io.alphapanda.stage.door;

import io.alphapanda.stage.trouble.OutOfTurnException;
import io.alphapanda.stage.trouble.Trouble;
import io.quarkus.funqy.runtime.ApplicationException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/// What a failed delivery is answered with: 503 for trouble that passes, 500 for a defect.
@Singleton
public final class FailureAnswers {

    private static final Logger LOG = Logger.getLogger(FailureAnswers.class);
    private static final int TOO_LARGE = 413;

    void answer(RoutingContext http) {
        if (http.response().ended()) {
            return;
        }
        if (http.statusCode() == TOO_LARGE) {
            http.response().setStatusCode(TOO_LARGE).end();
            return;
        }
        var failure = http.failure() instanceof ApplicationException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : http.failure();
        if (failure == null) {
            http.response()
                    .setStatusCode(http.statusCode() < 0 ? 500 : http.statusCode())
                    .end();
            return;
        }
        var eventId = http.request().getHeader("ce-id");
        switch (Trouble.of(failure)) {
            case TRANSIENT -> {
                if (!(failure instanceof OutOfTurnException)) {
                    LOG.warnf("answered 503: eventId=%s reason=%s", eventId, failure.getMessage());
                }
                end(http, 503, failure);
            }
            case DEFECT -> {
                LOG.errorf(failure, "answered 500: eventId=%s", eventId);
                end(http, 500, failure);
            }
        }
    }

    private static void end(RoutingContext http, int status, Throwable failure) {
        http.response()
                .setStatusCode(status)
                .putHeader("content-type", "text/plain")
                .end(failure.getClass().getSimpleName() + ": " + failure.getMessage() + "\n");
    }
}
