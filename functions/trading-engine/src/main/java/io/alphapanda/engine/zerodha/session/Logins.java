package io.alphapanda.engine.zerodha.session;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.kite.Secret;
import io.alphapanda.kite.session.Grant;
import io.alphapanda.stage.log.LogChannel;
import io.alphapanda.stage.secret.Vault;
import io.alphapanda.stage.session.AccessToken;
import io.alphapanda.stage.session.BrokerSession;
import io.alphapanda.stage.session.BrokerSessions;
import io.alphapanda.stage.session.NewSession;
import io.alphapanda.stage.session.SessionStatus;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/// A person's login, from our address over Kite's page and back, and their logout.
@Singleton
final class Logins {

    private static final Logger SAID = Logger.getLogger(LogChannel.AUDIT_CATEGORY);

    private final LoginStates states;
    private final ZerodhaSessions sessions;
    private final BrokerSessions ledger;
    private final Vault vault;
    private final InstantSource clock;

    Logins(LoginStates states, ZerodhaSessions sessions, BrokerSessions ledger, Vault vault, InstantSource clock) {
        this.states = states;
        this.sessions = sessions;
        this.ledger = ledger;
        this.vault = vault;
        this.clock = clock;
    }

    /// Where the person goes now.
    ///
    /// @return fails with a [io.alphapanda.stage.secret.VaultException] if what they bring back could not be kept
    Uni<URI> begin(ZerodhaAccounts.Served served) {
        vault.requireKey();
        var account = served.account();
        return states.begin(account.account().broker()).map(state -> account.kite()
                .loginAddress("account=" + account.kite().name() + "&state=" + state));
    }

    /// They come back. Expiry counts from before the exchange: late by a moment would be late by a day.
    ///
    /// @return fails with a [LoginRefusedException], a [io.alphapanda.kite.failure.KiteException] or a
    ///         [io.alphapanda.stage.secret.VaultException], each with a message for the person
    Uni<BrokerSession> finish(ZerodhaAccounts.Served served, String state, Secret requestToken) {
        var broker = served.account().account().broker();
        return states.finish(broker, state)
                .invoke(ours -> {
                    if (!ours) {
                        throw LoginRefusedException.unknownState(LoginStates.LIFE);
                    }
                })
                .map(_ -> clock.instant())
                .chain(began -> served.client().exchangeToken(requestToken).chain(grant -> admitted(served, grant)
                        .chain(() -> write(served, grant, began))));
    }

    /// Kills the token at Kite and ends the session here, the second even where the first does not succeed.
    Uni<Void> logOut(ZerodhaAccounts.Served served) {
        var account = served.account().account();
        return sessions.current(account)
                .chain(current -> current.map(access ->
                                killed(access).chain(why -> ledger.end(account.broker(), access.version(), why)))
                        .orElseGet(() -> endLocked(account.broker())))
                .replaceWithVoid();
    }

    private static Uni<String> killed(Access access) {
        return access.kite()
                .logOut()
                .map(_ -> "logged out")
                .onFailure()
                .recoverWithItem(failure -> "logged out here; Kite did not confirm it: " + failure.getMessage());
    }

    /// A session that is open and gives no access is one whose key is gone.
    private Uni<Boolean> endLocked(Broker broker) {
        return ledger.status(broker)
                .chain(status -> status instanceof SessionStatus.Open open
                        ? ledger.end(
                                broker, open.version(), "logged out here; Kite was not told, the token does not open")
                        : Uni.createFrom().item(false));
    }

    private static Uni<Void> admitted(ZerodhaAccounts.Served served, Grant grant) {
        var account = served.account();
        var expected = account.userId();
        if (expected.isEmpty() || expected.get().equalsIgnoreCase(grant.userId())) {
            return Uni.createFrom().voidItem();
        }
        return served.client()
                .with(grant.accessToken())
                .logOut()
                .onFailure()
                .recoverWithItem(false)
                .chain(() -> Uni.createFrom().failure(LoginRefusedException.otherPerson(grant.userId(), account)));
    }

    private Uni<BrokerSession> write(ZerodhaAccounts.Served served, Grant grant, Instant began) {
        var account = served.account().account();
        return sessions.open(new NewSession(
                        account.broker(),
                        grant.userId(),
                        AccessToken.of(grant.accessToken().reveal()),
                        began,
                        TokenLife.end(began)))
                .invoke(session -> SAID.infof(
                        "logged in: broker=%s reality=%s user=%s until=%s",
                        account.broker(), account.reality(), session.userId(), session.expiresAt()));
    }
}
