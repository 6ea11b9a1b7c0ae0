package io.alphapanda.local.kite.server;

import io.alphapanda.local.kite.exchange.AccountSpec;
import io.alphapanda.local.kite.exchange.ErrorType;
import io.alphapanda.local.kite.exchange.Refusal;
import io.alphapanda.local.kite.exchange.RefusedException;
import io.alphapanda.local.kite.exchange.SimulatorTime;
import io.alphapanda.local.kite.fault.Endpoint;
import io.alphapanda.local.kite.fault.Fault;
import io.alphapanda.local.kite.fault.Faults;
import io.alphapanda.local.kite.fault.Struck;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What every call passes, in this order: faults that strike before, the token, the address, the rate limit, the route
/// itself, faults that strike after.
final class Door {
    static final String TIMED_OUT =
            "Order request timed out. Please check the order book and confirm before placing again.";
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    private final Sessions sessions;
    private final Faults faults;
    private final Optional<RateLimits> limits;
    private final SimulatorTime time;

    Door(Sessions sessions, Faults faults, Optional<RateLimits> limits, SimulatorTime time) {
        this.sessions = sessions;
        this.faults = faults;
        this.limits = limits;
        this.time = time;
    }

    /// A call that needs an access token.
    void closed(RoutingContext context, Endpoint endpoint, Function<Call, Reply> route) {
        enter(context, endpoint, true, route);
    }

    /// A call that anybody may make.
    void open(RoutingContext context, Endpoint endpoint, Function<Call, Reply> route) {
        enter(context, endpoint, false, route);
    }

    /// A call without an endpoint: pages, the simulator's own.
    void aside(RoutingContext context, Function<Call, Reply> route) {
        write(context, answer(() -> route.apply(new Call(context, null, new Struck(java.util.List.of())))));
    }

    private void enter(RoutingContext context, Endpoint endpoint, boolean closed, Function<Call, Reply> route) {
        Credentials credentials = Credentials.of(context);
        Optional<String> user = sessions.byApiKey(credentials.apiKey()).map(AccountSpec::userId);
        Struck struck = faults.strike(endpoint, user);
        if (struck.has(Fault.HangBefore.class)) {
            return;
        }
        if (struck.has(Fault.DropBefore.class)) {
            drop(context);
            return;
        }
        if (struck.has(Fault.KillToken.class)) {
            sessions.end(credentials.accessToken());
        }
        Reply reply = answer(() -> {
            refuseEarly(struck);
            Optional<AccountSpec> caller = closed
                    ? Optional.of(sessions.authenticate(credentials.apiKey(), credentials.accessToken()))
                    : Optional.empty();
            caller.ifPresent(account -> refuseLate(struck, endpoint, account));
            return route.apply(new Call(context, caller.orElse(null), struck));
        });
        leave(context, struck, reply);
    }

    private static void refuseEarly(Struck struck) {
        struck.find(Fault.AnswerBefore.class).ifPresent(fault -> {
            throw new RefusedException(fault.type(), fault.status(), fault.message());
        });
        if (struck.has(Fault.TooManyRequests.class)) {
            throw tooMany("Too many requests");
        }
    }

    private void refuseLate(Struck struck, Endpoint endpoint, AccountSpec account) {
        if (struck.has(Fault.RefuseAddress.class)) {
            throw new RefusedException(ErrorType.PERMISSION, "The IP address is not registered for this API key.");
        }
        limits.flatMap(known -> known.exceeded(endpoint, account, time.now())).ifPresent(limit -> {
            throw tooMany("Too many requests: " + limit + ".");
        });
    }

    private void leave(RoutingContext context, Struck struck, Reply reply) {
        if (struck.has(Fault.AcceptThenHang.class)) {
            return;
        }
        if (struck.has(Fault.AcceptThenDrop.class)) {
            drop(context);
            return;
        }
        Reply shown = struck.find(Fault.AcceptThenAnswer.class)
                .map(fault -> Reply.error(gateway(fault.status())))
                .or(() -> struck.find(Fault.TimedOutButPlaced.class)
                        .filter(_ -> reply.status() == 200)
                        .map(_ -> Reply.error(Refusal.preCheck(ErrorType.ORDER, TIMED_OUT))))
                .orElse(reply);
        Optional<Duration> delay = struck.find(Fault.SlowAnswer.class).map(Fault.SlowAnswer::delay);
        if (delay.isPresent()) {
            time.after(delay.get(), () -> write(context, shown));
        } else {
            write(context, shown);
        }
    }

    private static Refusal gateway(int status) {
        ErrorType type = status == 502 ? ErrorType.DATA : ErrorType.NETWORK;
        return new Refusal(type, status, "Gateway timed out.", Refusal.Form.PRE_CHECK);
    }

    private static RefusedException tooMany(String message) {
        return new RefusedException(ErrorType.NETWORK, 429, message);
    }

    private static Reply answer(java.util.function.Supplier<Reply> route) {
        try {
            return route.get();
        } catch (RefusedException e) {
            return Reply.error(e.refusal());
        } catch (
                RuntimeException
                        e) { // the last stop: a client of the simulator should see that it is the simulator's fault
            LOG.error("the simulator failed", e);
            return Reply.error(Refusal.preCheck(ErrorType.GENERAL, "The simulator itself failed: " + e));
        }
    }

    private static void drop(RoutingContext context) {
        context.request().connection().close();
    }

    private static void write(RoutingContext context, Reply reply) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(reply.status()).putHeader("Content-Type", reply.contentType());
        if (reply.gzip()) {
            response.putHeader("Content-Encoding", "gzip");
        }
        if (reply.location() != null) {
            response.putHeader("Location", reply.location());
        }
        response.end(Buffer.buffer(reply.body()));
    }
}
