package io.alphapanda.stage.delivery;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/// Notes which outbox rows have been sent, many at once: a mark that is lost only means that an event is sent again
/// with the same id, which every consumer recognises; a transaction for each mark would double the database's work.
///
/// A row is remembered until the flush after the next: whoever read it as unsent just before its mark asks just after.
@ApplicationScoped
public class SentMarks {

    private static final Logger LOG = Logger.getLogger(SentMarks.class);
    private static final int MOST_AT_ONCE = 2_000;

    private final Mutiny.SessionFactory sessions;
    private final Set<Long> noted = ConcurrentHashMap.newKeySet();

    /// Marked by the last flush, and by the one before it.
    private volatile Set<Long> marked = Set.of();

    private volatile Set<Long> markedBefore = Set.of();

    SentMarks(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    void note(long outboxId) {
        noted.add(outboxId);
    }

    /// Whether this process has sent the row, and the ledger does not know yet or has learned it only just.
    boolean has(long outboxId) {
        return noted.contains(outboxId) || marked.contains(outboxId) || markedBefore.contains(outboxId);
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> flush() {
        var ids = noted.stream().limit(MOST_AT_ONCE).toList();
        markedBefore = marked;
        marked = Set.of();
        return ids.isEmpty() ? Uni.createFrom().voidItem() : mark(ids);
    }

    private Uni<Void> mark(List<Long> ids) {
        var list = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
        return sessions.withTransaction(session -> session.createNativeQuery(
                                "update outbox set sent_at = now() where id = any(string_to_array(?1, ',')::bigint[])")
                        .setParameter(1, list)
                        .executeUpdate())
                .invoke(() -> {
                    marked = Set.copyOf(ids);
                    noted.removeAll(marked);
                })
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "sent marks wait for the database: count=%d reason=%s", ids.size(), failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
