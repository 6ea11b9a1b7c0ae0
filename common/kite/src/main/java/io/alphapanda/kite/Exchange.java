package io.alphapanda.kite;

import io.alphapanda.kite.failure.Attempt;
import io.alphapanda.kite.failure.Masking;
import io.alphapanda.kite.failure.Reads;
import io.alphapanda.kite.failure.WriteOutcome;
import io.alphapanda.kite.failure.Writes;
import io.alphapanda.kite.json.Shape;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;

/// Sends one request and says what came of it. Nothing here sends twice.
final class Exchange {

    private final KiteRest rest;
    private final KiteAccount account;

    Exchange(KiteRest rest, KiteAccount account) {
        this.rest = rest;
        this.account = account;
    }

    KiteRest rest() {
        return rest;
    }

    KiteAccount account() {
        return account;
    }

    <T> Uni<T> read(String what, Masking masking, Shape<T> shape, Supplier<Uni<Response>> call) {
        return attempt(call, Departure.unseen(), account.bounds().answerWithin())
                .map(Gzip::unpacked)
                .map(attempt -> Reads.value(named(what), attempt, masking, shape));
    }

    /// The answer as it came, packed or not, unless it says no.
    Uni<byte[]> file(String what, Masking masking, Supplier<Uni<Response>> call) {
        return attempt(call, Departure.unseen(), account.bounds().fileWithin())
                .map(attempt -> isFile(attempt) ? attempt : Gzip.unpacked(attempt))
                .map(attempt -> Reads.bytes(named(what), attempt, masking));
    }

    /// Sent when it is subscribed to first; whoever subscribes again gets the same outcome, and giving up on it does
    /// not stop it.
    <T> Uni<WriteOutcome<T>> write(Departure departure, Masking masking, Shape<T> shape, Supplier<Uni<Response>> call) {
        return attempt(call, departure, account.bounds().answerWithin())
                .map(Gzip::unpacked)
                .map(attempt -> Writes.outcome(attempt, masking, shape))
                .memoize()
                .indefinitely();
    }

    private String named(String what) {
        return account.name() + " " + what;
    }

    private Uni<Attempt> attempt(Supplier<Uni<Response>> call, Departure departure, Duration within) {
        return Uni.createFrom()
                .deferred(call::get)
                .map(Exchange::answered)
                .ifNoItem()
                .after(within)
                .failWith(TimeoutException::new)
                .onFailure()
                .recoverWithItem(failure -> failed(failure, departure));
    }

    private static Attempt answered(Response response) {
        var body = response.hasEntity() ? response.readEntity(byte[].class) : new byte[0];
        var retryAfter = response.getHeaderString("Retry-After");
        return new Attempt.Answered(response.getStatus(), body, retryAfter == null ? "" : retryAfter);
    }

    private static boolean isFile(Attempt attempt) {
        return attempt instanceof Attempt.Answered answer && answer.status() / 100 == 2;
    }

    private static Attempt failed(Throwable failure, Departure departure) {
        var cause = root(failure);
        var why = described(cause);
        return departure.abandon() || isBeforeConnection(cause) ? new Attempt.NeverSent(why) : new Attempt.Lost(why);
    }

    /// Only what can't happen once a byte is written; for requests that have no body to be asked for.
    private static boolean isBeforeConnection(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException
                || cause instanceof ConnectionPoolTooBusyException;
    }

    /// By kind: the messages of others may carry addresses with tokens in them.
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
}
