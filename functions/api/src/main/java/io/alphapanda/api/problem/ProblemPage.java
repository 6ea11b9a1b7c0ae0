package io.alphapanda.api.problem;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/// Answers with a problem where no resource has been reached yet: at the front door.
public final class ProblemPage {

    private ProblemPage() {}

    /// Ends the request.
    public static void send(RoutingContext http, ProblemException exception) {
        var problem = exception.at(http.normalizedPath());
        var response = http.response();
        response.setStatusCode(problem.status()).putHeader("Content-Type", Problem.MEDIA_TYPE);
        problem.retryAfterSeconds().ifPresent(seconds -> response.putHeader("Retry-After", seconds.toString()));
        if (problem.status() == 401) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        response.end(json(problem).encode());
    }

    private static JsonObject json(Problem problem) {
        var json = new JsonObject()
                .put("type", problem.type())
                .put("title", problem.title())
                .put("status", problem.status())
                .put("detail", problem.detail())
                .put("instance", problem.instance());
        problem.field().ifPresent(field -> json.put("field", field));
        problem.value().ifPresent(value -> json.put("value", value));
        problem.allowed().ifPresent(allowed -> json.put("allowed", new JsonArray(allowed)));
        problem.retryAfterSeconds().ifPresent(seconds -> json.put("retryAfterSeconds", seconds));
        return json;
    }
}
