package io.alphapanda.runner;

import io.alphapanda.stage.ledger.StrategyRow;
import io.alphapanda.stage.strategy.StrategyDocument;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/// Definitions in the ledger. A file seeds its strategy and keeps it up to date for as long as nobody else has changed
/// the row; a file that is gone disables its strategy. Each change takes the next number of one sequence.
@Singleton
final class StrategyLedger {

    private static final Logger LOG = Logger.getLogger(StrategyLedger.class);
    private static final String FILE = "file:";

    /// Two runners starting at once seed one after the other.
    private static final String SEEDING = "select 1 from (select pg_advisory_xact_lock(7236541)) locked";

    private final Mutiny.SessionFactory sessions;
    private final StrategyFormat format;

    StrategyLedger(Mutiny.SessionFactory sessions, StrategyFormat format) {
        this.sessions = sessions;
        this.format = format;
    }

    Uni<Void> seed(Map<String, StrategyDocument> files) {
        return sessions.withTransaction(session -> session.createNativeQuery(SEEDING, Integer.class)
                .getResultList()
                .chain(() -> Multi.createFrom()
                        .iterable(files.entrySet())
                        .onItem()
                        .transformToUniAndConcatenate(each -> seed(session, FILE + each.getKey(), each.getValue()))
                        .collect()
                        .last())
                .chain(() -> disableTheRest(session, files)));
    }

    private Uni<Void> seed(Mutiny.Session session, String source, StrategyDocument document) {
        var definition = format.toJson(document);
        return session.find(StrategyRow.class, document.id().value()).chain(row -> {
            if (row == null) {
                var fresh = new StrategyRow();
                fresh.id = document.id().value();
                return write(session, fresh, definition, source)
                        .chain(() -> session.persist(fresh).chain(session::flush));
            }
            if (!row.source.startsWith(FILE) || (same(row, definition) && row.source.equals(source))) {
                return Uni.createFrom().voidItem();
            }
            return write(session, row, definition, source);
        });
    }

    private boolean same(StrategyRow row, String definition) {
        return format.toJson(format.fromJson("strategy " + row.id, row.definition))
                .equals(definition);
    }

    private Uni<Void> disableTheRest(Mutiny.Session session, Map<String, StrategyDocument> files) {
        return all(session).chain(rows -> Multi.createFrom()
                .iterable(rows)
                .filter(row -> row.source.startsWith(FILE) && !files.containsKey(row.source.substring(FILE.length())))
                .onItem()
                .transformToUniAndConcatenate(row -> disable(session, row))
                .collect()
                .last());
    }

    private Uni<Void> disable(Mutiny.Session session, StrategyRow row) {
        var document = format.fromJson("strategy " + row.id, row.definition);
        if (!document.enabled().orElse(true)) {
            return Uni.createFrom().voidItem();
        }
        LOG.warnf("strategy disabled, its file is gone: strategyId=%s source=%s", row.id, row.source);
        return write(session, row, format.toJson(document.disabled()), row.source);
    }

    private static Uni<Void> write(Mutiny.Session session, StrategyRow row, String definition, String source) {
        return session.createNativeQuery("select nextval('strategy_versions')", Long.class)
                .getSingleResult()
                .invoke(version -> {
                    row.version = version;
                    row.definition = definition;
                    row.source = source;
                    LOG.infof("strategy definition: strategyId=%s version=%d source=%s", row.id, version, source);
                })
                .replaceWithVoid();
    }

    /// By id.
    Uni<List<StrategyRow>> all() {
        return sessions.withSession(StrategyLedger::all);
    }

    private static Uni<List<StrategyRow>> all(Mutiny.Session session) {
        return session.createQuery("from StrategyRow order by id", StrategyRow.class)
                .getResultList();
    }

    /// Newest version and number of definitions; empty while there are none.
    Uni<Optional<Stamp>> stamp() {
        return sessions.withSession(session -> session.createNativeQuery(
                        "select coalesce(max(version), -1), count(*) from strategies", Object[].class)
                .getSingleResult()
                .map(row -> new Stamp(((Number) row[0]).longValue(), ((Number) row[1]).intValue()))
                .map(stamp -> Optional.of(stamp).filter(each -> each.count() > 0)));
    }

    /// Tells whether anything has changed.
    record Stamp(long version, int count) {}
}
