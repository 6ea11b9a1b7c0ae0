package io.alphapanda.api.alert;

import io.alphapanda.api.problem.ProblemException;
import io.alphapanda.api.problem.ProblemType;
import io.alphapanda.api.watching.AlertBook;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;

/// What a person does with alerts. Doing it twice changes nothing.
@Singleton
final class AlertDesk {

    private static final String RULE = "RULE";
    private static final String OF_RULES = "alert-";

    private final Alerts alerts;
    private final AlertBook book;
    private final Mutiny.SessionFactory database;
    private final Clock clock;

    AlertDesk(Alerts alerts, AlertBook book, Mutiny.SessionFactory database, Clock clock) {
        this.alerts = alerts;
        this.book = book;
        this.database = database;
        this.clock = clock;
    }

    /// @param by who looks at it
    Uni<AlertLine> acknowledge(String id, String by) {
        return alerts.one(id)
                .chain(alert ->
                        database.withTransaction(session -> book.acknowledge(session, alert.id(), by, clock.instant())))
                .chain(() -> alerts.one(id));
    }

    /// What the trading-engine raised is resolved where its lane is resumed: a halt must not outlive its reason unseen.
    ///
    /// @param by who says that it is over
    Uni<AlertLine> resolve(String id, String by) {
        return alerts.one(id).chain(alert -> {
            if (!alert.source().equals(RULE)) {
                throw ProblemException.of(
                        ProblemType.NOT_RESOLVABLE,
                        "%s is an alarm of the trading-engine; resolve it with ./panda resume %s --reason WHY --resolve-alarms"
                                .formatted(id, alert.broker().orElse("BROKER")));
            }
            long ordinal = Long.parseLong(id.substring(OF_RULES.length()));
            return database.withTransaction(session -> book.resolve(session, ordinal, by, clock.instant()))
                    .chain(() -> alerts.one(id));
        });
    }

    /// Raises an alert that tries every channel.
    Uni<AlertLine> test(String by) {
        return database.withTransaction(session -> book.test(session, by, clock.instant()))
                .chain(ordinal -> alerts.one(OF_RULES + ordinal));
    }
}
