package io.alphapanda.stage.trouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.core.JsonParseException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.redis.client.impl.types.ErrorType;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.hibernate.HibernateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TroubleTest {

    static Stream<Arguments> passing() {
        return Stream.of(
                argumentSet("said so", new TransientException("later")),
                argumentSet("out of turn", new OutOfTurnException("b", "a")),
                argumentSet("connection refused", new ConnectException("refused")),
                argumentSet("connection closed", ClosedConnectionException.INSTANCE),
                argumentSet("timeout", new TimeoutException()),
                argumentSet("timeout of a stage's own", new io.smallrye.mutiny.TimeoutException()),
                argumentSet("connection exception", sql("08006")),
                argumentSet("idle in transaction", sql("25P03")),
                argumentSet("read-only server", sql("25006")),
                argumentSet("serialization failure", sql("40001")),
                argumentSet("deadlock", sql("40P01")),
                argumentSet("too many connections", sql("53300")),
                argumentSet("lock not available", sql("55P03")),
                argumentSet("query cancelled", sql("57014")),
                argumentSet("server shutting down", sql("57P01")),
                argumentSet("disk error", sql("58030")),
                argumentSet("within Hibernate", new HibernateException("flush", sql("40001"))),
                argumentSet("within a future", new CompletionException(new IOException("reset"))),
                argumentSet("Redis loading", ErrorType.create("LOADING Redis is loading the dataset in memory")),
                argumentSet("pool waited too long", new NoStackTraceThrowable("Timeout")));
    }

    static Stream<Arguments> ours() {
        return Stream.of(
                argumentSet("state", new IllegalStateException("never")),
                argumentSet("null", new NullPointerException()),
                argumentSet("error", new AssertionError()),
                argumentSet("unique violation", sql("23505")),
                argumentSet("syntax", sql("42601")),
                argumentSet("number out of range", sql("22003")),
                argumentSet("our own JSON", new UncheckedIOException(new JsonParseException(null, "broken"))));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void troubleOfTheInfrastructureIsTransient(Throwable thrown) {
        assertThat(Trouble.of(thrown)).isEqualTo(Trouble.TRANSIENT);
    }

    @ParameterizedTest
    @MethodSource("ours")
    void everythingElseIsADefect(Throwable thrown) {
        assertThat(Trouble.of(thrown)).isEqualTo(Trouble.DEFECT);
    }

    /// Causes may go in circles, so they are followed twenty deep.
    @Test
    void whatLiesTooDeepIsNotLookedFor() {
        assertThat(Trouble.of(wrapped(19))).isEqualTo(Trouble.TRANSIENT);
        assertThat(Trouble.of(wrapped(20))).isEqualTo(Trouble.DEFECT);
    }

    private static Throwable wrapped(int times) {
        Throwable thrown = new TransientException("later");
        for (int i = 0; i < times; i++) {
            thrown = new IllegalStateException(thrown);
        }
        return thrown;
    }

    private static PgException sql(String state) {
        return new PgException("message", "ERROR", state, "detail");
    }
}
