package io.alphapanda.api.auth;

import io.alphapanda.api.problem.ProblemException;
import io.alphapanda.api.redis.Tally;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;

/// How often passwords may be tried. Every try counts before the password is looked at, so that many at once are many.
///
/// | of | in 15 minutes |
/// |---|---|
/// | one user from one address | 10 |
/// | one address, whoever it tries | 30 |
/// | one user, from wherever | 100 |
///
/// The last is high, because whoever reaches it keeps that user out. A login that works forgets what its user
/// tried from there. While Redis is away nobody can log in.
@Singleton
final class LoginThrottle {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int OF_USER_AND_CLIENT = 10;
    private static final int OF_CLIENT = 30;
    private static final int OF_USER = 100;

    private final Tally tally;

    LoginThrottle(Tally tally) {
        this.tally = tally;
    }

    /// @throws ProblemException as a failure, if there were too many
    Uni<Void> admit(String user, String client) {
        return count("client:" + client, OF_CLIENT)
                .chain(() -> count(both(user, client), OF_USER_AND_CLIENT))
                .chain(() -> count("user:" + user, OF_USER));
    }

    private Uni<Void> count(String what, int most) {
        return tally.one(key(what), WINDOW)
                .invoke(counted -> {
                    if (counted.count() > most) {
                        throw ProblemException.tooMany("too many passwords were tried; wait", counted.over());
                    }
                })
                .replaceWithVoid();
    }

    /// The password was right.
    Uni<Void> forget(String user, String client) {
        return tally.forget(key(both(user, client)));
    }

    private static String both(String user, String client) {
        return "both:" + user + ":" + client;
    }

    private static String key(String what) {
        return "api:login:" + what;
    }
}
