package io.alphapanda.api.access;

import io.alphapanda.api.auth.AuthMode;
import io.alphapanda.api.caller.Caller;
import io.alphapanda.api.caller.Role;
import io.alphapanda.api.problem.ProblemException;
import io.alphapanda.api.problem.ProblemPage;
import io.alphapanda.api.problem.ProblemType;
import io.alphapanda.stage.broker.Reach;
import io.alphapanda.stage.trouble.Trouble;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/// Every request's way in.
@Singleton
public final class FrontDoor {

    private static final Logger LOG = Logger.getLogger(FrontDoor.class);

    /// Before everything that answers; behind what sets the headers of all answers.
    private static final int ORDER = -1_000;

    private static final long LARGEST_BODY = 64 * 1024;
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    private final AuthMode mode;
    private final ClientAddresses addresses;
    private final Origins origins;
    private final RequestRate rate;
    private final SlowSenders slow;
    private final Authentication authentication;

    FrontDoor(
            AuthMode mode,
            ClientAddresses addresses,
            Origins origins,
            RequestRate rate,
            SlowSenders slow,
            Authentication authentication) {
        this.mode = mode;
        this.addresses = addresses;
        this.origins = origins;
        this.rate = rate;
        this.slow = slow;
        this.authentication = authentication;
    }

    void stand(@Observes Router router) {
        router.route().order(ORDER).handler(this::enter);
    }

    private void enter(RoutingContext http) {
        slow.watch(http);
        try {
            refuseTricks(http.request());
            refuseForeigners(http);
        } catch (ProblemException problem) {
            ProblemPage.send(http, problem);
            return;
        }
        if (http.request().method().name().equals("OPTIONS")) {
            Preflight.answer(http, origins.isListed(header(http, "Origin")));
            return;
        }
        letIn(http);
    }

    private static void refuseTricks(HttpServerRequest request) {
        if (AccessRules.isTricky(request.path())) {
            throw ProblemException.of(ProblemType.BAD_REQUEST, "the path can't be read in one way; write it plainly");
        }
        if (contentLength(request) > LARGEST_BODY) {
            throw ProblemException.of(
                    ProblemType.BODY_TOO_LARGE, "the body must have at most " + LARGEST_BODY + " bytes");
        }
    }

    private static long contentLength(HttpServerRequest request) {
        try {
            var length = request.getHeader("Content-Length");
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException _) {
            return Long.MAX_VALUE;
        }
    }

    private void refuseForeigners(RoutingContext http) {
        var request = http.request();
        var origin = header(http, "Origin");
        var host =
                Optional.ofNullable(request.authority()).map(Object::toString).orElse("");
        if (!mode.isOn() && !Reach.isLoopback(host.replaceFirst(":\\d+$", ""))) {
            // A name of somebody else's that leads to this machine: their page would be ours to the browser.
            throw forbidden(
                    "in local mode this machine answers to localhost and 127.0.0.1 alone, not to '" + host + "'");
        }
        if (origins.isListed(origin)) {
            http.response()
                    .putHeader("Access-Control-Allow-Origin", origin.get())
                    .putHeader("Vary", "Origin");
        }
        if (!HARMLESS.contains(request.method().name())
                && origins.isForeign(origin, host, header(http, "Sec-Fetch-Site"))) {
            throw forbidden("a page of another site may not write here; list it in panda.api.cors-origins if it may");
        }
    }

    private void letIn(RoutingContext http) {
        var request = http.request();
        var client = addresses.of(
                request.remoteAddress().hostAddress(), request.headers().getAll("X-Forwarded-For"));
        var need = AccessRules.of(request.method().name(), http.normalizedPath())
                .role(request.headers().contains("X-Forwarded-For")
                        || request.headers().contains("Forwarded"));
        var context = Vertx.currentContext();
        // What is sent meanwhile must wait for whoever reads it.
        request.pause();
        rate.admit(client)
                .chain(() -> need.isEmpty()
                        ? Uni.createFrom().item(Caller.unknown(client))
                        : authentication
                                .of(client, header(http, "Authorization"))
                                .invoke(caller -> require(caller, need.get())))
                .subscribe()
                .with(
                        caller -> context.runOnContext(_ -> goOn(http, caller)),
                        failure -> context.runOnContext(_ -> turnAway(http, failure)));
    }

    private static void require(Caller caller, Role role) {
        if (caller.role().isEmpty()) {
            throw ProblemException.of(
                    ProblemType.UNAUTHENTICATED,
                    "send Authorization: Bearer with an access token that is not over; POST /api/v1/auth/login gives one");
        }
        if (!caller.reaches(role)) {
            throw forbidden("this takes the role " + role + ", and " + caller.name() + " is "
                    + caller.role().get());
        }
    }

    private static void goOn(RoutingContext http, Caller caller) {
        caller.attach(http);
        http.request().resume();
        http.next();
    }

    private static void turnAway(RoutingContext http, Throwable failure) {
        http.request().resume();
        ProblemPage.send(http, failure instanceof ProblemException problem ? problem : problem(http, failure));
    }

    private static ProblemException problem(RoutingContext http, Throwable failure) {
        return switch (Trouble.of(failure)) {
            case TRANSIENT -> {
                LOG.warnf("nobody was let in, the infrastructure is away: reason=%s", failure);
                yield ProblemException.of(
                        ProblemType.UNAVAILABLE, "the books can't be read at the moment; ask again shortly");
            }
            case DEFECT -> {
                LOG.errorf(failure, "nobody was let in, a defect: path=%s", http.normalizedPath());
                yield ProblemException.of(ProblemType.INTERNAL, "the cause is in the log of this service");
            }
        };
    }

    private static Optional<String> header(RoutingContext http, String name) {
        return Optional.ofNullable(http.request().getHeader(name));
    }

    private static ProblemException forbidden(String detail) {
        return ProblemException.of(ProblemType.FORBIDDEN, detail);
    }
}
