package io.alphapanda.engine.zerodha.update;

import io.alphapanda.engine.zerodha.session.Access;
import io.alphapanda.engine.zerodha.session.ZerodhaSessions;
import io.alphapanda.kite.failure.KiteSessionException;
import io.alphapanda.stage.broker.BrokerAccount;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/// The logins of one account, from the ledger.
///
/// A 403 of the ticker does not prove the token dead: an app without live data may have no ticker at all, and ending
/// its session would end its trading. What the REST API says of the token does prove it.
final class SessionLogins implements Logins {

    private final BrokerAccount account;
    private final ZerodhaSessions sessions;

    SessionLogins(BrokerAccount account, ZerodhaSessions sessions) {
        this.account = account;
        this.sessions = sessions;
    }

    @Override
    public Uni<Optional<Login>> current() {
        return sessions.current(account)
                .map(access ->
                        access.map(each -> new Login(each.version(), each.kite().tickerAddress())));
    }

    @Override
    public Uni<Boolean> refused(long version) {
        return sessions.current(account).chain(access -> access.filter(each -> each.version() == version)
                .map(this::ended)
                .orElseGet(() -> Uni.createFrom().item(true)));
    }

    private Uni<Boolean> ended(Access access) {
        return access.kite()
                .profile()
                .map(_ -> false)
                .onFailure(KiteSessionException.class)
                .recoverWithUni(dead -> sessions.dead(
                                account, access.version(), "the ticker answered 403; " + dead.getMessage())
                        .replaceWith(true));
    }
}
