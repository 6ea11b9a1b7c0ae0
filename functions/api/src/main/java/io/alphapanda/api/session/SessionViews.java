package io.alphapanda.api.session;

import io.alphapanda.api.lane.ActiveBrokers;
import io.alphapanda.api.ledger.LedgerSnapshot;
import io.alphapanda.domain.order.Reality;
import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.broker.Brokers;
import io.alphapanda.stage.session.BrokerSessions;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/// The logins of the active accounts, read from the ledger alone.
@Singleton
public final class SessionViews {

    private final ActiveBrokers active;
    private final Brokers brokers;
    private final BrokerSessions sessions;
    private final LedgerSnapshot snapshot;
    private final LoginAddress login;

    SessionViews(
            ActiveBrokers active,
            Brokers brokers,
            BrokerSessions sessions,
            LedgerSnapshot snapshot,
            LoginAddress login) {
        this.active = active;
        this.brokers = brokers;
        this.sessions = sessions;
        this.snapshot = snapshot;
        this.login = login;
    }

    /// @throws io.alphapanda.api.problem.ProblemException if the broker is not active here
    Uni<SessionLine> of(String broker) {
        var name = active.lane(broker).broker();
        return snapshot.read(() -> line(brokers.find(name).orElseThrow()));
    }

    Uni<List<SessionLine>> all() {
        return snapshot.read(this::read);
    }

    /// The same, within the caller's snapshot of the ledger.
    public Uni<List<SessionLine>> read() {
        return Multi.createFrom()
                .iterable(brokers.all())
                .onItem()
                .transformToUniAndConcatenate(this::line)
                .collect()
                .asList();
    }

    private Uni<SessionLine> line(BrokerAccount account) {
        if (account.reality() == Reality.PAPER) {
            return Uni.createFrom().item(SessionLine.notNeeded(account));
        }
        var link = login.of(account.broker().name());
        return Panache.getSession()
                .chain(session -> sessions.status(session, account.broker()))
                .map(status -> SessionLine.of(account, status, link));
    }
}
