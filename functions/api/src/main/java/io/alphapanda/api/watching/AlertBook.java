package io.alphapanda.api.watching;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/// Alerts in the ledger. A condition is raised once and keeps its row until it ends, whoever resolves it meanwhile:
/// what a person has resolved is not raised again until it has been gone.
@Singleton
public final class AlertBook {

    /// Who resolves what has ended.
    public static final String BY_ITSELF = "the condition ended";

    private static final Logger LOG = Logger.getLogger(AlertBook.class);

    private static final String LASTING =
            "select id, code, coalesce(broker, ''), subject from alerts where ended_at is null";

    private static final String RAISE = """
            insert into alerts (code, category, severity, broker, subject, words, raised_at)
            values (:code, :category, :severity, cast(nullif(:broker, '') as text), :subject, :words, :now)
            on conflict do nothing""";

    private static final String END = """
            update alerts set ended_at = :now, resolved_by = case when resolved_at is null then :by else resolved_by end,
                resolved_at = coalesce(resolved_at, :now)
            where id = :id and ended_at is null""";

    private static final String RESOLVE = """
            update alerts set resolved_at = :now, resolved_by = :by where id = :id and resolved_at is null""";

    private static final String ACKNOWLEDGE = """
            insert into acknowledgements (alert_id, acknowledged_by, acknowledged_at) values (:id, :by, :now)
            on conflict do nothing""";

    /// Writes down what holds now: what is new is raised, what is gone ends.
    Uni<Void> write(Mutiny.Session session, List<Condition> conditions, Instant now) {
        return lasting(session).chain(lasting -> {
            var held = new HashSet<Condition.Key>();
            conditions.forEach(each -> held.add(each.key()));
            var raised = conditions.stream()
                    .filter(each -> !lasting.containsKey(each.key()))
                    .toList();
            return each(raised, condition -> raise(session, condition, now))
                    .chain(() -> each(gone(lasting, held), id -> end(session, id, now)));
        });
    }

    private static List<Long> gone(Map<Condition.Key, Long> lasting, Set<Condition.Key> held) {
        return lasting.entrySet().stream()
                .filter(each -> !held.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Uni<Map<Condition.Key, Long>> lasting(Mutiny.Session session) {
        return session.createNativeQuery(LASTING, Object[].class)
                .getResultList()
                .map(rows -> {
                    var lasting = new LinkedHashMap<Condition.Key, Long>();
                    rows.forEach(row -> lasting.put(
                            new Condition.Key((String) row[1], (String) row[2], (String) row[3]),
                            ((Number) row[0]).longValue()));
                    return lasting;
                });
    }

    private static Uni<Void> raise(Mutiny.Session session, Condition condition, Instant now) {
        LOG.warnf(
                "alert: code=%s broker=%s subject=%s words=%s",
                condition.code(), condition.broker().orElse("-"), condition.subject(), condition.words());
        return session.createNativeQuery(RAISE)
                .setParameter("code", condition.code().name())
                .setParameter("category", condition.code().category().name())
                .setParameter("severity", condition.code().severity().name())
                .setParameter("broker", condition.broker().orElse(""))
                .setParameter("subject", condition.subject())
                .setParameter("words", condition.words())
                .setParameter("now", now)
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Uni<Void> end(Mutiny.Session session, long id, Instant now) {
        return session.createNativeQuery(END)
                .setParameter("id", id)
                .setParameter("by", BY_ITSELF)
                .setParameter("now", now)
                .executeUpdate()
                .replaceWithVoid();
    }

    /// An alert that tries the channels. It has ended when it is raised, so that it stands in nobody's way.
    public Uni<Long> test(Mutiny.Session session, String by, Instant now) {
        return session.createNativeQuery("""
                        insert into alerts (code, category, severity, subject, words, raised_at, ended_at, resolved_at, resolved_by)
                        values (:code, :category, :severity, 'channels', :words, :now, :now, :now, :by) returning id""", Long.class)
                .setParameter("code", AlertCode.TEST.name())
                .setParameter("category", AlertCode.TEST.category().name())
                .setParameter("severity", AlertCode.TEST.severity().name())
                .setParameter("words", "a test by " + by + ": nothing is wrong")
                .setParameter("now", now)
                .setParameter("by", by)
                .getSingleResult();
    }

    /// @return whether it stood
    public Uni<Boolean> resolve(Mutiny.Session session, long id, String by, Instant now) {
        return session.createNativeQuery(RESOLVE)
                .setParameter("id", id)
                .setParameter("by", by)
                .setParameter("now", now)
                .executeUpdate()
                .map(rows -> rows == 1);
    }

    /// Who has looked first stays.
    public Uni<Void> acknowledge(Mutiny.Session session, String alertId, String by, Instant now) {
        return session.createNativeQuery(ACKNOWLEDGE)
                .setParameter("id", alertId)
                .setParameter("by", by)
                .setParameter("now", now)
                .executeUpdate()
                .replaceWithVoid();
    }

    private static <T> Uni<Void> each(List<T> all, java.util.function.Function<T, Uni<Void>> act) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(act::apply)
                .collect()
                .last();
    }
}
