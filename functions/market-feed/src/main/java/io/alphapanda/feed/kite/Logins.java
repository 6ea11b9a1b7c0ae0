package io.alphapanda.feed.kite;

import io.alphapanda.feed.kite.AccessTokens.Access;
import io.smallrye.mutiny.TimeoutException;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Which login can be used. One that Kite has refused is not tried again, by no connection and in no later session: a
/// dead token does not come to life, and trying counts against the app. Only another login helps, so that is waited
/// for.
final class Logins {

    private static final Logger LOG = Logger.getLogger(Logins.class);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    private final AccessTokens tokens;
    private final String account;
    private final long pollNanos;
    private volatile Optional<Access> current = Optional.empty();
    private volatile String refused = "";
    private long nextPoll = System.nanoTime();
    private boolean well = true;

    Logins(AccessTokens tokens, String account, Duration poll) {
        this.tokens = tokens;
        this.account = account;
        this.pollNanos = poll.toNanos();
    }

    /// Looks for a new one, if it is time to; blocks for the answer.
    void look() {
        if (System.nanoTime() - nextPoll < 0) {
            return;
        }
        nextPoll = System.nanoTime() + pollNanos;
        try {
            current = tokens.current().await().atMost(ANSWER_WITHIN);
            well = true;
        } catch (TimeoutException e) {
            keep("no answer within " + ANSWER_WITHIN);
        } catch (RuntimeException e) { // the door to whoever keeps the logins: the one we have goes on counting
            keep(e.getMessage());
        }
    }

    private void keep(String reason) {
        if (well) {
            LOG.warnf("logins can't be read, it will be tried again: account=%s reason=%s", account, reason);
        }
        well = false;
    }

    /// Not refused so far.
    Optional<Access> usable() {
        return current.filter(each -> !each.version().equals(refused));
    }

    /// Kite says no to it.
    void refuse(Access access) {
        if (!refused.equals(access.version())) {
            refused = access.version();
            LOG.errorf(
                    "Kite refuses the login, nothing is tried with it again: account=%s login=%s",
                    account, access.version());
        }
    }

    /// Why there is none, for people.
    String whyNone() {
        return current.isEmpty()
                ? "nobody has logged in to " + account + " today; log in"
                : "Kite has refused the login of " + account + "; log in again";
    }
}
