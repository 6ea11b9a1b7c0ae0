package io.alphapanda.engine.zerodha.session;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.kite.Secret;
import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.delivery.FreshContext;
import io.alphapanda.stage.secret.VaultException;
import io.alphapanda.stage.session.BrokerSession;
import io.alphapanda.stage.session.BrokerSessions;
import io.alphapanda.stage.session.NewSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/// The sessions of the accounts at Zerodha, for whoever trades with them. Nothing is kept in memory, and nothing here
/// waits or tries again: a session is there or it is not, and only a person brings the next one.
///
/// Every method works in transactions of its own, from any thread; call none with a transaction open.
@Singleton
public final class ZerodhaSessions {

    private static final Logger LOG = Logger.getLogger(ZerodhaSessions.class);

    private final ZerodhaAccounts accounts;
    private final BrokerSessions sessions;
    private final Mutiny.SessionFactory database;
    private final FreshContext fresh;

    ZerodhaSessions(
            ZerodhaAccounts accounts, BrokerSessions sessions, Mutiny.SessionFactory database, FreshContext fresh) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.database = database;
        this.fresh = fresh;
    }

    /// What the account's login opens; empty if nobody is logged in, the session ended or its time has passed, and also
    /// if it can't be opened for want of its key, which raises the alarm.
    ///
    /// @throws IllegalArgumentException if this process serves no such account of this kind
    public Uni<Optional<Access>> current(BrokerAccount account) {
        var client = served(account).client();
        return sessions.current(account.broker())
                .onFailure(VaultException.class)
                .recoverWithUni(locked ->
                        told(account.broker(), locked.getMessage()).replaceWith(Optional.<BrokerSession>empty()))
                .map(session -> session.map(
                        open -> new Access(client.with(Secret.of(open.token().reveal())), open.version())));
    }

    /// Kite says that the token of this login is dead: the session is ended, and a person told, once; a later login is
    /// left alone.
    ///
    /// @param version of the [Access] that was refused
    /// @param why     for people; never a secret
    public Uni<Void> dead(BrokerAccount account, long version, String why) {
        var broker = account.broker();
        return fresh.run(() -> database.withTransaction(session -> sessions.end(session, broker, version, why)
                        .chain(ended -> ended
                                ? SessionAlarms.raise(session, broker, words(why))
                                        .replaceWith(true)
                                : Uni.createFrom().item(false))))
                .invoke(ended -> {
                    if (ended) {
                        LOG.warnf("session ended, no orders until a person logs in: broker=%s reason=%s", broker, why);
                    }
                })
                .replaceWithVoid();
    }

    /// Writes a login down and resolves what was said of the one before.
    Uni<BrokerSession> open(NewSession login) {
        return fresh.run(() -> database.withTransaction(
                session -> sessions.open(session, login).call(() -> SessionAlarms.resolve(session, login.broker()))));
    }

    private Uni<Void> told(Broker broker, String why) {
        return fresh.run(() -> database.withTransaction(session -> SessionAlarms.raise(session, broker, words(why))))
                .invoke(news -> {
                    if (news) {
                        LOG.errorf("session can't be opened: broker=%s reason=%s", broker, why);
                    }
                })
                .replaceWithVoid();
    }

    private static String words(String why) {
        return "The session at the broker is over (" + why + "). No new orders until a person logs in.";
    }

    private ZerodhaAccounts.Served served(BrokerAccount account) {
        return accounts.find(account.broker().name())
                .orElseThrow(() -> new IllegalArgumentException(
                        "broker '" + account.broker() + "' is no active account of kind " + ZerodhaAccount.KIND));
    }
}
