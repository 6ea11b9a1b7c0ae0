package io.alphapanda.local.kite.server;

import io.alphapanda.local.kite.exchange.AccountSpec;
import io.alphapanda.local.kite.exchange.ErrorType;
import io.alphapanda.local.kite.exchange.RefusedException;
import io.alphapanda.local.kite.fault.Struck;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/// One request on its way through a route.
///
/// @param caller null where nobody has to be logged in
record Call(RoutingContext context, @Nullable AccountSpec caller, Struck struck) {
    private static final String FORM = "application/x-www-form-urlencoded";

    AccountSpec account() {
        if (caller == null) {
            throw new IllegalStateException(
                    "nobody is logged in on " + context.request().path());
        }
        return caller;
    }

    String userId() {
        return account().userId();
    }

    String path(String name) {
        return context.pathParam(name);
    }

    /// Of the query for GET and DELETE, of the form for POST and PUT.
    ///
    /// @throws RefusedException 400 when a POST or PUT brings no form
    Parameters parameters() {
        HttpMethod method = context.request().method();
        if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.DELETE)) {
            return new Parameters(context.queryParams());
        }
        String type = context.request().getHeader("Content-Type");
        if (type == null || !type.startsWith(FORM)) {
            throw new RefusedException(ErrorType.INPUT, "Content-Type must be " + FORM + ".");
        }
        return new Parameters(context.request().formAttributes());
    }

    @Nullable
    String body() {
        return context.body().asString();
    }
}
