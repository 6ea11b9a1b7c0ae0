package io.alphapanda.stage.delivery;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/// Notes which outbox rows have been sent, many at once: a mark that is lost only means that an event is sent again
/// with the same id, which every consumer recognises; a transaction for each mark would double the database's work.
@ApplicationScoped
public class SentMarks {

    private static final Logger LOG = Logger.getLogger(SentMarks.class);
    private static final int MOST_AT_ONCE = 2_000;

    private final Mutiny.SessionFactory sessions;
    private final ConcurrentLinkedQueue<Long> noted = new ConcurrentLinkedQueue<>();

    SentMarks(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    void note(long outboxId) {
        noted.add(outboxId);
    }

    @Scheduled(every = "0.2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> flush() {
        var ids = new ArrayList<Long>();
        for (var id = noted.poll(); id != null && ids.size() < MOST_AT_ONCE; id = noted.poll()) {
            ids.add(id);
        }
        return ids.isEmpty() ? Uni.createFrom().voidItem() : mark(ids);
    }

    private Uni<Void> mark(List<Long> ids) {
        return sessions.withTransaction(session -> session.createNativeQuery(
                                "update outbox set sent_at = now() where id = any(cast(?1 as bigint[]))")
                        .setParameter(
                                1,
                                "{"
                                        + String.join(
                                                ",",
                                                ids.stream()
                                                        .map(String::valueOf)
                                                        .toList()) + "}")
                        .executeUpdate())
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> {
                    noted.addAll(ids);
                    LOG.warnf("sent marks wait for the database: count=%d reason=%s", ids.size(), failure.getMessage());
                })
                .onFailure()
                .recoverWithNull();
    }
}
