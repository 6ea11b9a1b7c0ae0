package io.alphapanda.engine.alpaca;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import jakarta.ws.rs.core.Response;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.jboss.resteasy.reactive.client.api.LoggingScope;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;

/// Alpaca for one account: its own connections, its own bounds. Nothing here sends twice.
final class AlpacaClient implements AutoCloseable {

    static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);

    private static final int CONNECTIONS = 8;

    /// Requests that wait for one of them; the next is not sent.
    private static final int WAITING = 64;

    /// Below the server's own: a request written into a connection that is being closed leaves its result unknown.
    private static final int IDLE_SECONDS = 15;

    private final AlpacaRest rest;
    private final AlpacaTerms terms;
    private final InstantSource clock;

    private AlpacaClient(AlpacaRest rest, AlpacaTerms terms, InstantSource clock) {
        this.rest = rest;
        this.terms = terms;
        this.clock = clock;
    }

    /// @param clock decides whether it is too late to send an order
    static AlpacaClient of(AlpacaTerms terms, InstantSource clock) {
        var writer = new OutgoingWriter();
        var rest = QuarkusRestClientBuilder.newBuilder()
                .baseUri(terms.api())
                .connectTimeout(CONNECT_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(terms.answerWithin().toMillis(), TimeUnit.MILLISECONDS)
                .followRedirects(false)
                .disableDefaultMapper(true)
                // Requests carry the keys in headers; none of it is for a log.
                .loggingScope(LoggingScope.NONE)
                .property(QuarkusRestClientProperties.CONNECTION_POOL_SIZE, CONNECTIONS)
                .property(QuarkusRestClientProperties.CONNECTION_TTL, IDLE_SECONDS)
                .httpClientOptionsCustomizer(options -> options.setMaxWaitQueueSize(WAITING))
                .httpClientRequestCustomizer(writer)
                .register(writer)
                .register(new KeyHeaders(terms.keys()))
                .build(AlpacaRest.class);
        return new AlpacaClient(rest, terms, clock);
    }

    Keys keys() {
        return terms.keys();
    }

    /// The longest an answer takes.
    Duration answersWithin() {
        return CONNECT_WITHIN.plus(terms.answerWithin());
    }

    /// Sends an order, once, when it is subscribed to first; whoever subscribes again gets the same.
    ///
    /// @param sendBy checked with the connection in hand, immediately before the order is written to it
    Uni<Reply> place(Map<String, String> order, Instant sendBy) {
        var outgoing = new Outgoing(Row.write(order), new Departure(clock, sendBy));
        return attempt(() -> rest.place(outgoing), outgoing::abandon).memoize().indefinitely();
    }

    /// Asks for the end of an order, once, as for placing. It has no body, so whether it has left is not known.
    Uni<Reply> cancel(String orderId) {
        return attempt(() -> rest.cancel(orderId), () -> false).memoize().indefinitely();
    }

    /// A page of the orders submitted after a moment, the oldest first.
    Uni<Reply> orders(Instant after, int limit) {
        return attempt(() -> rest.orders("all", after.toString(), "asc", limit), () -> false);
    }

    /// A page of the executions after a moment, the oldest first.
    ///
    /// @param last the id of the last one known; empty for the first page
    Uni<Reply> fills(Instant after, int limit, Optional<String> last) {
        return attempt(() -> rest.fills(after.toString(), "asc", limit, last.orElse(null)), () -> false);
    }

    Uni<Reply> positions() {
        return attempt(rest::positions, () -> false);
    }

    Uni<Reply> asset(String symbol) {
        return attempt(() -> rest.asset(symbol), () -> false);
    }

    /// @param abandon whether it has certainly not left, and now never will
    private Uni<Reply> attempt(Supplier<Uni<Response>> call, Supplier<Boolean> abandon) {
        return Uni.createFrom()
                .deferred(call::get)
                .map(AlpacaClient::answered)
                .ifNoItem()
                .after(answersWithin())
                .failWith(TimeoutException::new)
                .onFailure()
                .recoverWithItem(failure -> failed(root(failure), abandon));
    }

    private static Reply answered(Response response) {
        var body = response.hasEntity() ? response.readEntity(byte[].class) : new byte[0];
        return new Reply.Answered(response.getStatus(), body);
    }

    private static Reply failed(Throwable cause, Supplier<Boolean> abandon) {
        var why = described(cause);
        return abandon.get()
                ? new Reply.NeverSent(cause instanceof Departure.TooLateException, why)
                : new Reply.Lost(why);
    }

    /// By kind: the messages of others may quote what was sent.
    private static String described(Throwable cause) {
        return switch (cause) {
            case Departure.TooLateException _ -> "too late to send";
            case ConnectException _, NoRouteToHostException _ -> "no connection";
            case UnknownHostException _ -> "unknown host";
            case SSLException _ -> "TLS failed";
            case TimeoutException _ -> "timed out";
            case ConnectionPoolTooBusyException _ -> "too many requests wait for a connection";
            default -> "connection failed (" + cause.getClass().getSimpleName() + ")";
        };
    }

    private static Throwable root(Throwable failure) {
        var cause = failure;
        for (int depth = 0; cause.getCause() != null && depth < 10; depth++) {
            cause = cause.getCause();
        }
        return cause;
    }

    @Override
    public void close() {
        if (rest instanceof Closeable closeable) {
            try {
                closeable.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
