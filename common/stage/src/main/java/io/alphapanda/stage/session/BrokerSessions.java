package io.alphapanda.stage.session;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.stage.delivery.FreshContext;
import io.alphapanda.stage.ledger.BrokerSessionRow;
import io.alphapanda.stage.secret.Vault;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/// Who is logged in at which broker. Nothing is kept in memory: a session that another process ended is gone here too.
///
/// Each question comes in two forms. With a session of the database it is asked in the caller's transaction; without,
/// in a transaction of its own on a context of its own, from any thread, and the answer comes on the caller's context
/// if it has one. Don't ask the second while a transaction is open: it takes a second connection.
@Singleton
public final class BrokerSessions {

    private final Mutiny.SessionFactory database;
    private final FreshContext fresh;
    private final Vault vault;
    private final InstantSource clock;

    /// Makes its own [FreshContext]: a room that only reads has no bean of the delivery protocol.
    ///
    /// @param clock the room's, if it has one
    @Inject
    BrokerSessions(Mutiny.SessionFactory database, Vertx vertx, Vault vault, Instance<InstantSource> clock) {
        this(database, new FreshContext(vertx), vault, clock.isResolvable() ? clock.get() : InstantSource.system());
    }

    BrokerSessions(Mutiny.SessionFactory database, FreshContext fresh, Vault vault, InstantSource clock) {
        this.database = database;
        this.fresh = fresh;
        this.vault = vault;
        this.clock = clock;
    }

    /// The login that is alive: empty if there was none, it was ended, or its time has passed.
    ///
    /// @return fails with a [io.alphapanda.stage.secret.VaultException] if it is there and can't be opened
    public Uni<Optional<BrokerSession>> current(Broker broker) {
        return alone(session -> current(session, broker));
    }

    /// The same, in the caller's transaction.
    public Uni<Optional<BrokerSession>> current(Mutiny.Session session, Broker broker) {
        return row(session, broker).map(row -> row.filter(this::isAlive).map(this::opened));
    }

    /// How the account's login stands, for people; needs no key.
    public Uni<SessionStatus> status(Broker broker) {
        return alone(session -> status(session, broker));
    }

    /// The same, in the caller's transaction.
    public Uni<SessionStatus> status(Mutiny.Session session, Broker broker) {
        return row(session, broker).map(row -> row.map(this::status).orElseGet(SessionStatus.None::new));
    }

    /// Writes a login down, sealed; whatever the account had before is over.
    ///
    /// @return fails with a [io.alphapanda.stage.secret.VaultException] if there is no key; nothing is changed then
    public Uni<BrokerSession> open(NewSession opened) {
        return alone(session -> open(session, opened));
    }

    /// The same, in the caller's transaction.
    public Uni<BrokerSession> open(Mutiny.Session session, NewSession opened) {
        return nextVersion(session, opened.broker()).chain(version -> session.createNativeQuery("""
                        insert into broker_sessions (broker, version, user_id, token, opened_at, expires_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6)
                        on conflict (broker) do update set version = excluded.version, user_id = excluded.user_id,
                            token = excluded.token, opened_at = excluded.opened_at, expires_at = excluded.expires_at,
                            ended_at = null, ended_why = null
                        """)
                .setParameter(1, opened.broker().name())
                .setParameter(2, version)
                .setParameter(3, opened.userId())
                .setParameter(
                        4,
                        vault.seal(
                                purpose(opened.broker().name(), version),
                                opened.token().reveal()))
                .setParameter(5, opened.openedAt())
                .setParameter(6, opened.expiresAt())
                .executeUpdate()
                .replaceWith(() -> opened.at(version)));
    }

    /// Ends a login, if it is still the account's last: what a broker says of an old token ends no newer session. Its
    /// token is wiped.
    ///
    /// @param version of the login that is over
    /// @param why     for people; never a secret
    /// @return whether this call ended it
    public Uni<Boolean> end(Broker broker, long version, String why) {
        return alone(session -> end(session, broker, version, why));
    }

    /// The same, in the caller's transaction.
    public Uni<Boolean> end(Mutiny.Session session, Broker broker, long version, String why) {
        return session.createNativeQuery("""
                        update broker_sessions set ended_at = ?3, ended_why = ?4, token = ''
                        where broker = ?1 and version = ?2 and ended_at is null
                        """)
                .setParameter(1, broker.name())
                .setParameter(2, version)
                .setParameter(3, clock.instant())
                .setParameter(4, why)
                .executeUpdate()
                .map(rows -> rows == 1);
    }

    /// Detached at once, so that a later question in the same session is answered by the database again.
    private static Uni<Optional<BrokerSessionRow>> row(Mutiny.Session session, Broker broker) {
        return session.createNativeQuery("select * from broker_sessions where broker = ?1", BrokerSessionRow.class)
                .setParameter(1, broker.name())
                .getSingleResultOrNull()
                .invoke(row -> {
                    if (row != null) {
                        session.detach(row);
                    }
                })
                .map(Optional::ofNullable);
    }

    /// One login of an account at a time: the version is part of the seal.
    private static Uni<Long> nextVersion(Mutiny.Session session, Broker broker) {
        return session.createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as text)", String.class)
                .setParameter(1, "session/" + broker)
                .getSingleResult()
                .chain(() -> row(session, broker))
                .map(row -> row.map(each -> each.version).orElse(0L) + 1);
    }

    private boolean isAlive(BrokerSessionRow row) {
        return row.endedAt == null && clock.instant().isBefore(row.expiresAt);
    }

    private BrokerSession opened(BrokerSessionRow row) {
        var token = AccessToken.of(vault.open(purpose(row.broker, row.version), row.token));
        return new BrokerSession(new Broker(row.broker), row.version, row.userId, token, row.openedAt, row.expiresAt);
    }

    private SessionStatus status(BrokerSessionRow row) {
        return SessionStatus.of(
                row.version, row.userId, row.openedAt, row.expiresAt, row.endedAt, row.endedWhy, clock.instant());
    }

    private static String purpose(String broker, long version) {
        return "session/" + broker + "/" + version;
    }

    private <T> Uni<T> alone(Function<Mutiny.Session, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            var caller = Vertx.currentContext();
            var answer = fresh.run(() -> database.withTransaction(work));
            return caller == null ? answer : answer.emitOn(next -> caller.runOnContext(_ -> next.run()));
        });
    }
}
