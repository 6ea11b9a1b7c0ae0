package io.alphapanda.api.auth;

import io.alphapanda.api.problem.ProblemException;
import io.alphapanda.stage.broker.ConfigurationException;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Hashes passwords with bcrypt, on threads of its own: it is slow on purpose, and must hold up neither an
/// event loop nor more than two processors, whoever tries passwords.
@Singleton
public final class PasswordHashes {

    private static final String KEY = "panda.api.password-cost";
    private static final int LEAST_COST = 10;
    private static final int MOST_COST = 16;
    private static final int THREADS = 2;
    private static final int MOST_WAITING = 16;
    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final int cost;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS, THREADS, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), task -> {
                var thread = new Thread(task, "password-hash");
                thread.setDaemon(true);
                return thread;
            });

    /// What the password of somebody who does not exist is compared with, so that it takes as long.
    private volatile String decoy = "";

    /// @param cost how slow: 2 to the power of so many rounds of bcrypt, 10 to 16
    PasswordHashes(@ConfigProperty(name = "panda.api.password-cost", defaultValue = "12") int cost) {
        if (cost < LEAST_COST || cost > MOST_COST) {
            throw new ConfigurationException(
                    KEY + " '" + cost + "' must be " + LEAST_COST + " to " + MOST_COST + "; 12 is a good value");
        }
        this.cost = cost;
        threads.allowCoreThreadTimeOut(true);
    }

    @PreDestroy
    void end() {
        threads.shutdownNow();
    }

    /// @throws ProblemException as a failure, if too many wait already
    Uni<String> hash(String password) {
        return work(() -> BcryptUtil.bcryptHash(password, cost));
    }

    /// Whether it is the password; of somebody who does not exist no password is, and to say so takes as long.
    ///
    /// @throws ProblemException as a failure, if too many wait already
    Uni<Boolean> matches(String password, Optional<String> hash) {
        return work(() -> BcryptUtil.matches(password, hash.orElseGet(this::decoy)) && hash.isPresent());
    }

    private String decoy() {
        if (decoy.isEmpty()) {
            decoy = BcryptUtil.bcryptHash("nobody has this password", cost);
        }
        return decoy;
    }

    private <T> Uni<T> work(Supplier<T> work) {
        return Uni.createFrom()
                .item(work)
                .runSubscriptionOn(threads)
                .onFailure(RejectedExecutionException.class)
                .transform(_ -> ProblemException.tooMany("too many passwords are being checked; try again", AGAIN));
    }
}
