package io.alphapanda.api.access;

import io.alphapanda.stage.trace.TraceKeys;
import io.alphapanda.stage.trace.Traces;
import io.alphapanda.stage.trace.Work;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;

/// A span for each request to the api, from its coming to the end of its answer, or of its stream. It is called by its
/// route, which has no ids in it. Of the address only the path is told: a query may hold what nobody else should read.
@Singleton
final class RequestSpans {

    /// Before the front door, so that what it refuses is told too.
    private static final int ORDER = -2_000;

    private static final String API = "/api/";

    /// Where Quarkus REST leaves the route it has found.
    private static final String ROUTE = "UrlPathTemplate";

    private static final int FIRST_OF_OURS = 500;

    private final Traces traces;

    RequestSpans(Traces traces) {
        this.traces = traces;
    }

    void stand(@Observes Router router) {
        if (traces.areOn()) {
            router.route().order(ORDER).handler(this::begin);
        }
    }

    private void begin(RoutingContext http) {
        var request = http.request();
        if (http.normalizedPath().startsWith(API)) {
            var method = request.method().name();
            var work = traces.begin(Work.Kind.SERVER, method, Optional.ofNullable(request.getHeader("traceparent")))
                    .note(TraceKeys.METHOD, method)
                    .note(TraceKeys.SCHEME, String.valueOf(request.scheme()))
                    .note(TraceKeys.PATH, http.normalizedPath());
            http.addEndHandler(ended -> end(http, work, ended.succeeded()));
        }
        http.next();
    }

    private static void end(RoutingContext http, Work work, boolean answered) {
        route(http).ifPresent(route -> work.called(http.request().method().name() + " " + route)
                .note(TraceKeys.ROUTE, route));
        int status = http.response().getStatusCode();
        work.note(TraceKeys.STATUS, status);
        if (status >= FIRST_OF_OURS) {
            work.fail(Integer.toString(status), http.response().getStatusMessage());
        } else if (!answered) {
            work.fail("gone", "the client went before the end of the answer");
        } else {
            work.end();
        }
    }

    private static Optional<String> route(RoutingContext http) {
        return http.request() instanceof HttpServerRequestInternal request
                ? Optional.ofNullable(request.context().getLocal(ROUTE))
                : Optional.empty();
    }
}
