package io.alphapanda.engine.reconcile;

import io.alphapanda.domain.signal.Broker;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Comparisons in the ledger, within the caller's transaction or session.
@Singleton
final class Reports {

    private static final String COLUMNS = """
            cause, outcome, cast(findings as text),
            cast(extract(epoch from began_at) * 1000 as bigint), cast(extract(epoch from ended_at) * 1000 as bigint)
            """;

    /// The last one.
    Uni<Optional<Report>> latest(Broker broker) {
        return first(broker, "");
    }

    /// The last one for which the broker could be read.
    Uni<Optional<Report>> latestRead(Broker broker) {
        return first(broker, "and outcome <> 'UNREADABLE'");
    }

    private static Uni<Optional<Report>> first(Broker broker, String condition) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select " + COLUMNS + " from reconciliations where broker = ?1 " + condition
                                        + " order by id desc limit 1",
                                Object[].class)
                        .setParameter(1, broker.name())
                        .getResultList())
                .map(rows -> rows.stream().map(Reports::report).findFirst());
    }

    private static Report report(Object[] row) {
        var kept = new JsonObject((String) row[2]);
        return new Report(
                Cause.valueOf((String) row[0]),
                Outcome.valueOf((String) row[1]),
                ReportJson.words(kept),
                ReportJson.findings(kept),
                ReportJson.foreign(kept),
                Instant.ofEpochMilli((Long) row[3]),
                Instant.ofEpochMilli((Long) row[4]));
    }

    Uni<Void> write(Broker broker, Report report) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into reconciliations (broker, cause, outcome, findings, began_at, ended_at)
                                values (?1, ?2, ?3, cast(cast(?4 as text) as jsonb), ?5, ?6)
                                """)
                        .setParameter(1, broker.name())
                        .setParameter(2, report.cause().name())
                        .setParameter(3, report.outcome().name())
                        .setParameter(4, ReportJson.kept(report))
                        .setParameter(5, report.beganAt())
                        .setParameter(6, report.endedAt())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /// The findings of the last comparison that read the broker, and what it left.
    record Before(List<Finding> findings, Foreign foreign) {

        static Before of(Optional<Report> report) {
            return new Before(
                    report.map(each ->
                                    each.findings().stream().map(Noted::finding).toList())
                            .orElse(List.of()),
                    report.map(Report::foreign).orElse(Foreign.NONE));
        }
    }
}
