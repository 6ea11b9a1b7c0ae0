package io.alphapanda.api.audit;

import io.alphapanda.api.caller.Caller;
import io.alphapanda.api.ledger.LedgerSql;
import io.alphapanda.stage.log.LogChannel;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.Function;
import org.jboss.logging.Logger;

/// Writes the audit. What can't be written down is not done.
@Singleton
public final class Audit {

    private static final Logger LOG = Logger.getLogger(Audit.class);

    /// Says in the log what stands in the table, which keeps it.
    private static final Logger SAID = Logger.getLogger(LogChannel.AUDIT_CATEGORY);

    private static final int LONGEST_WORDS = 500;

    private final LedgerSql ledger;
    private final Clock clock;

    Audit(LedgerSql ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /// What became of it.
    ///
    /// @param code  a word for machines
    /// @param words for people; never a secret
    public record Outcome(String code, String words) {
        public static final Outcome DONE = new Outcome("DONE", "");
    }

    /// Writes down that somebody wants something, does it, and writes down what became of it. A failure is an
    /// outcome too.
    ///
    /// @param subject what it is about: a user's name, `<broker>:<strategy>`
    /// @param detail  what was asked for; never a secret
    public <T> Uni<T> around(
            Caller who, Action action, String subject, JsonObject detail, Uni<T> work, Function<T, Outcome> outcome) {
        return begin(who, action, subject, detail).chain(id -> work.call(done -> end(id, outcome.apply(done)))
                .onFailure()
                .call(failure -> end(id, new Outcome("REFUSED", String.valueOf(failure.getMessage())))));
    }

    /// Writes down what has happened already, and needs no permission.
    public Uni<Void> note(Caller who, Action action, String subject, Outcome outcome) {
        return begin(who, action, subject, new JsonObject()).chain(id -> end(id, outcome));
    }

    private Uni<Long> begin(Caller who, Action action, String subject, JsonObject detail) {
        return ledger.run(
                        "insert into audit (at, user_name, client, action, subject, detail)"
                                + " values ($1, $2, $3, $4, $5, $6) returning id",
                        clock.instant(),
                        who.name(),
                        who.client(),
                        action.name(),
                        subject,
                        detail)
                .map(rows -> rows.iterator().next().getLong("id"))
                .invoke(id -> SAID.infof(
                        "asked: entry=%d user=%s client=%s action=%s subject=%s",
                        id, who.name(), who.client(), action, subject));
    }

    /// What was done is done, whether its outcome can be written down or not: then the row stays without one.
    private Uni<Void> end(long id, Outcome outcome) {
        var words = outcome.words();
        return ledger.run(
                        "update audit set outcome = $2, words = $3, outcome_at = $4 where id = $1",
                        id,
                        outcome.code(),
                        words.substring(0, Math.min(words.length(), LONGEST_WORDS)),
                        clock.instant())
                .replaceWithVoid()
                .invoke(() -> SAID.infof("done: entry=%d outcome=%s words=%s", id, outcome.code(), words))
                .onFailure()
                .invoke(failure -> LOG.errorf("an outcome is missing in the audit: id=%d reason=%s", id, failure))
                .onFailure()
                .recoverWithNull();
    }
}
