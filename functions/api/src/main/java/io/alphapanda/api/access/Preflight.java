package io.alphapanda.api.access;

import io.alphapanda.api.problem.ProblemException;
import io.alphapanda.api.problem.ProblemPage;
import io.alphapanda.api.problem.ProblemType;
import io.vertx.ext.web.RoutingContext;

/// A browser's question whether a page of another site may ask.
final class Preflight {

    private static final String REMEMBERED_SECONDS = "600";

    private Preflight() {}

    static void answer(RoutingContext http, boolean listed) {
        if (!listed) {
            ProblemPage.send(
                    http,
                    ProblemException.of(
                            ProblemType.FORBIDDEN, "pages of other sites may not ask here, save those listed"));
            return;
        }
        http.response()
                .putHeader("Access-Control-Allow-Methods", "GET, PUT, POST")
                .putHeader("Access-Control-Allow-Headers", "Authorization, Content-Type, Last-Event-ID")
                .putHeader("Access-Control-Max-Age", REMEMBERED_SECONDS)
                .setStatusCode(204)
                .end();
    }
}
