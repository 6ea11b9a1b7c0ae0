package io.alphapanda.feed.kite;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.kite.Secret;
import io.alphapanda.stage.session.BrokerSession;
import io.alphapanda.stage.session.BrokerSessions;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/// The account's login as the ledger has it. It is read and never ended here: that the ticker refuses it may also mean
/// that the app has no market data, and orders need the login all the same.
final class SessionTokens implements AccessTokens {

    private final BrokerSessions sessions;
    private final Broker account;

    SessionTokens(BrokerSessions sessions, Broker account) {
        this.sessions = sessions;
        this.account = account;
    }

    @Override
    public Uni<Optional<Access>> current() {
        return sessions.current(account).map(session -> session.map(SessionTokens::access));
    }

    private static Access access(BrokerSession session) {
        return new Access(Secret.of(session.token().reveal()), Long.toString(session.version()));
    }
}
