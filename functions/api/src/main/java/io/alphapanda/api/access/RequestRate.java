package io.alphapanda.api.access;

import io.alphapanda.api.problem.ProblemException;
import io.alphapanda.api.redis.Tally;
import io.alphapanda.stage.broker.ConfigurationException;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// How often one client may ask, over all processes of this room. While Redis is away nobody is counted: who looks at a
/// house in trouble must be let in.
@Singleton
@Startup
final class RequestRate {

    private static final Logger LOG = Logger.getLogger(RequestRate.class);
    private static final String KEY = "panda.api.requests-per-minute";
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST = 1_000_000;
    private static final long TELL_EVERY_NANOS = Duration.ofMinutes(1).toNanos();

    private final Tally tally;
    private final int most;
    private final AtomicLong told = new AtomicLong(System.nanoTime() - TELL_EVERY_NANOS);

    /// @param most requests of one client in a minute, 0 to 1000000; 0 counts nobody
    RequestRate(Tally tally, @ConfigProperty(name = "panda.api.requests-per-minute", defaultValue = "3000") int most) {
        if (most < 0 || most > MOST) {
            throw new ConfigurationException(KEY + " '" + most + "' must be 0 to " + MOST + "; 0 counts nobody");
        }
        this.tally = tally;
        this.most = most;
    }

    /// @throws ProblemException as a failure, if there were too many
    Uni<Void> admit(String client) {
        if (most == 0) {
            return Uni.createFrom().voidItem();
        }
        return tally.one("api:rate:" + client, WINDOW)
                .onFailure()
                .invoke(this::tell)
                .onFailure()
                .recoverWithItem(new Tally.Count(0, WINDOW))
                .invoke(counted -> {
                    if (counted.count() > most) {
                        throw ProblemException.tooMany(
                                "more than " + most + " requests in a minute; ask less often", counted.over());
                    }
                })
                .replaceWithVoid();
    }

    private void tell(Throwable failure) {
        var last = told.get();
        var now = System.nanoTime();
        if (now - last >= TELL_EVERY_NANOS && told.compareAndSet(last, now)) {
            LOG.warnf("nobody's requests are counted, Redis is away: reason=%s", failure.getMessage());
        }
    }
}
