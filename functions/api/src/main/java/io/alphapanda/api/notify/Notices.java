package io.alphapanda.api.notify;

import io.alphapanda.api.lane.ActiveBrokers;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/// The queue in the ledger.
@Singleton
final class Notices {

    /// What is older was told long ago, or before there was a channel.
    private static final Duration RECENT = Duration.ofHours(24);

    /// A process that has died with a claim has it no longer.
    private static final Duration CLAIM = Duration.ofSeconds(30);

    private static final int MOST_AT_ONCE = 5;

    /// Of active accounts and of the whole house; each once, whoever is at it.
    private static final String QUEUE_RAISED = """
            insert into notifications (alert_id, channel, occasion, held, next_at, created_at)
            select id, cast(:channel as text), 'RAISED',
                severity <> 'CRITICAL' and code <> 'TEST' and cast(:quietUntil as timestamptz) > cast(:now as timestamptz),
                case when severity = 'CRITICAL' or code = 'TEST' then cast(:now as timestamptz)
                    else cast(:quietUntil as timestamptz) end,
                cast(:now as timestamptz)
            from told_alerts t
            where raised_at >= :since and (broker in (:brokers) or broker is null)
              and not exists (select 1 from notifications n
                  where n.alert_id = t.id and n.channel = :channel and n.occasion = 'RAISED')
            on conflict do nothing""";

    /// Only where it was told that something is wrong.
    private static final String QUEUE_RESOLVED = """
            insert into notifications (alert_id, channel, occasion, held, next_at, created_at)
            select t.id, cast(:channel as text), 'RESOLVED',
                cast(:quietUntil as timestamptz) > cast(:now as timestamptz), cast(:quietUntil as timestamptz),
                cast(:now as timestamptz)
            from told_alerts t join notifications n on n.alert_id = t.id and n.channel = :channel and n.occasion = 'RAISED'
            where n.sent_at is not null and t.resolved_at is not null and t.code <> 'TEST' and n.created_at >= :since
              and not exists (select 1 from notifications r
                  where r.alert_id = t.id and r.channel = :channel and r.occasion = 'RESOLVED')
            on conflict do nothing""";

    /// What quiet hours held back and has ended meanwhile is not told.
    private static final String DROP = """
            update notifications n set given_up_at = :now, words = 'over before it was told'
            from told_alerts t
            where t.id = n.alert_id and n.channel = :channel and n.held and n.attempts = 0 and n.occasion = 'RAISED'
              and n.sent_at is null and n.given_up_at is null and t.resolved_at is not null""";

    private static final String CLAIM_DUE = """
            update notifications set attempts = attempts + 1, next_at = :claimedUntil
            where id in (select id from notifications
                where channel = :channel and sent_at is null and given_up_at is null and next_at <= :now
                order by next_at, id limit %d for update skip locked)
            returning id, alert_id, channel, occasion, held, attempts""".formatted(MOST_AT_ONCE);

    private static final String TOLD = """
            select code, severity, broker, subject, words, cast(extract(epoch from raised_at) * 1000 as bigint),
                cast(extract(epoch from resolved_at) * 1000 as bigint)
            from told_alerts where id = :id""";

    private final ActiveBrokers brokers;

    Notices(ActiveBrokers brokers) {
        this.brokers = brokers;
    }

    /// Queues what is to be told there and is not yet.
    ///
    /// @param quietUntil when what is not critical may be told; now, or later
    Uni<Void> queue(Mutiny.Session session, String channel, Instant now, Instant quietUntil) {
        return run(session, QUEUE_RAISED, channel, now, quietUntil)
                .chain(() -> run(session, QUEUE_RESOLVED, channel, now, quietUntil))
                .chain(() -> session.createNativeQuery(DROP)
                        .setParameter("channel", channel)
                        .setParameter("now", now)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private Uni<Integer> run(
            Mutiny.Session session, String statement, String channel, Instant now, Instant quietUntil) {
        var query = session.createNativeQuery(statement)
                .setParameter("channel", channel)
                .setParameter("now", now)
                .setParameter("since", now.minus(RECENT))
                .setParameter("quietUntil", quietUntil);
        return (statement.contains(":brokers") ? query.setParameter("brokers", brokers.names()) : query)
                .executeUpdate();
    }

    /// Takes what is due; nobody else gets it meanwhile.
    Uni<List<Notice>> claim(Mutiny.Session session, String channel, Instant now) {
        return session.createNativeQuery(CLAIM_DUE, Object[].class)
                .setParameter("channel", channel)
                .setParameter("now", now)
                .setParameter("claimedUntil", now.plus(CLAIM))
                .getResultList()
                .map(rows -> rows.stream().map(Notices::notice).toList());
    }

    private static Notice notice(Object[] row) {
        return new Notice(
                ((Number) row[0]).longValue(),
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (Boolean) row[4],
                ((Number) row[5]).intValue(),
                Optional.empty());
    }

    /// The notice with what it is about, as it stands now.
    Uni<Notice> withAlert(Mutiny.Session session, Notice notice) {
        return session.createNativeQuery(TOLD, Object[].class)
                .setParameter("id", notice.alertId())
                .getSingleResultOrNull()
                .map(row -> new Notice(
                        notice.number(),
                        notice.alertId(),
                        notice.channel(),
                        notice.occasion(),
                        notice.held(),
                        notice.attempts(),
                        Optional.ofNullable(row).map(this::told)));
    }

    private Notice.Told told(Object[] row) {
        var broker = Optional.ofNullable((String) row[2]);
        return new Notice.Told(
                (String) row[0],
                (String) row[1],
                broker,
                broker.filter(brokers.names()::contains)
                        .map(name -> brokers.lane(name).reality().name()),
                (String) row[3],
                (String) row[4],
                instant(row[5]),
                Optional.ofNullable(row[6]).map(Notices::instant));
    }

    private static Instant instant(Object millis) {
        return Instant.ofEpochMilli(((Number) millis).longValue());
    }

    Uni<Void> told(Mutiny.Session session, Notice notice, Instant now) {
        return session.createNativeQuery("update notifications set sent_at = :now, words = '' where id = :id")
                .setParameter("now", now)
                .setParameter("id", notice.number())
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> again(Mutiny.Session session, Notice notice, Instant at, String words) {
        return session.createNativeQuery("update notifications set next_at = :at, words = :words where id = :id")
                .setParameter("at", at)
                .setParameter("words", words)
                .setParameter("id", notice.number())
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> giveUp(Mutiny.Session session, Notice notice, Instant now, String words) {
        return session.createNativeQuery("update notifications set given_up_at = :now, words = :words where id = :id")
                .setParameter("now", now)
                .setParameter("words", words)
                .setParameter("id", notice.number())
                .executeUpdate()
                .replaceWithVoid();
    }
}
