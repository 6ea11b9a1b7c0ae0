package io.alphapanda.stage.trouble;

import com.fasterxml.jackson.core.JacksonException;
import io.vertx.core.impl.NoStackTraceException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.redis.client.impl.types.ErrorType;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/// What kind of trouble an exception is.
public enum Trouble {
    /// Try again later: answered 503.
    TRANSIENT,
    /// Our bug: answered 500.
    DEFECT;

    /// PostgreSQL's classes for lost connections, serialization, exhausted resources, locks, operators and the system
    /// (PostgreSQL manual, appendix A).
    private static final Set<String> TRANSIENT_SQL = Set.of("08", "25", "40", "53", "55", "57", "58");

    private static final int DEEPEST = 20;

    public static Trouble of(Throwable thrown) {
        int depth = 0;
        for (Throwable each = thrown; each != null && depth < DEEPEST; each = each.getCause()) {
            if (each instanceof JacksonException) {
                // Our own data that can't be read or written; its type is an IOException, its cause never is the
                // network.
                return DEFECT;
            }
            if (isTransient(each)) {
                return TRANSIENT;
            }
            depth++;
        }
        return DEFECT;
    }

    private static boolean isTransient(Throwable thrown) {
        return switch (thrown) {
            case TransientException _ -> true;
            case PgException sql ->
                sql.getSqlState() == null
                        || TRANSIENT_SQL.contains(sql.getSqlState()
                                .substring(0, Math.min(2, sql.getSqlState().length())));
            case ClosedConnectionException _ -> true;
            case IOException _ -> true;
            case TimeoutException _ -> true;
            case io.smallrye.mutiny.TimeoutException _ -> true;
            // The Redis client answers errors of the server (loading, out of memory, read-only) as values of this type,
            // and pools report "too busy" and time-outs without a type of their own.
            case ErrorType _ -> true;
            case NoStackTraceThrowable _ -> true;
            case NoStackTraceException _ -> true;
            default -> false;
        };
    }
}
