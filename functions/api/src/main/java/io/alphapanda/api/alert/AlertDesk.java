package io.alphapanda.api.alert;

import io.alphapanda.api.audit.Action;
import io.alphapanda.api.audit.Audit;
import io.alphapanda.api.audit.Audit.Outcome;
import io.alphapanda.api.caller.Caller;
import io.alphapanda.api.problem.ProblemException;
import io.alphapanda.api.problem.ProblemType;
import io.alphapanda.api.watching.AlertBook;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/// What a person does with alerts, each with its line in the audit. Doing it twice changes nothing.
@Singleton
final class AlertDesk {

    private static final String RULE = "RULE";
    private static final String OF_RULES = "alert-";

    private final Alerts alerts;
    private final AlertBook book;
    private final Mutiny.SessionFactory database;
    private final Audit audit;
    private final Clock clock;

    AlertDesk(Alerts alerts, AlertBook book, Mutiny.SessionFactory database, Audit audit, Clock clock) {
        this.alerts = alerts;
        this.book = book;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param who looks at it
    Uni<AlertLine> acknowledge(String id, Caller who) {
        return audited(who, Action.ALERT_ACKNOWLEDGED, id, () -> alerts.one(id)
                .chain(alert -> database.withTransaction(
                        session -> book.acknowledge(session, alert.id(), who.name(), clock.instant())))
                .chain(() -> alerts.one(id)));
    }

    /// What the trading-engine raised is resolved where its lane is resumed: a halt must not outlive its reason unseen.
    ///
    /// @param who says that it is over
    Uni<AlertLine> resolve(String id, Caller who) {
        return audited(who, Action.ALERT_RESOLVED, id, () -> alerts.one(id).chain(alert -> {
            if (!alert.source().equals(RULE)) {
                throw ProblemException.of(
                        ProblemType.NOT_RESOLVABLE,
                        "%s is an alarm of the trading-engine; resolve it with ./panda resume %s --reason WHY --resolve-alarms"
                                .formatted(id, alert.broker().orElse("BROKER")));
            }
            long ordinal = Long.parseLong(id.substring(OF_RULES.length()));
            return database.withTransaction(session -> book.resolve(session, ordinal, who.name(), clock.instant()))
                    .chain(() -> alerts.one(id));
        }));
    }

    /// Raises an alert that tries every channel.
    Uni<AlertLine> test(Caller who) {
        return audited(who, Action.ALERT_TESTED, "channels", () -> database.withTransaction(
                        session -> book.test(session, who.name(), clock.instant()))
                .chain(ordinal -> alerts.one(OF_RULES + ordinal)));
    }

    private Uni<AlertLine> audited(Caller who, Action action, String id, Supplier<Uni<AlertLine>> work) {
        return audit.around(who, action, id, new JsonObject(), Uni.createFrom().deferred(work::get), _ -> Outcome.DONE);
    }
}
