package io.alphapanda.api.lane;

import io.alphapanda.api.problem.ProblemException;
import io.alphapanda.api.problem.ProblemType;
import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.broker.Brokers;
import jakarta.inject.Singleton;
import java.util.List;

/// The brokers this process shows. Rows of any other broker stay unseen.
@Singleton
public final class ActiveBrokers {

    private final Brokers brokers;

    ActiveBrokers(Brokers brokers) {
        this.brokers = brokers;
    }

    /// The lane of that name, or the problem that names those there are.
    public Lane lane(String name) {
        return brokers.find(name)
                .map(ActiveBrokers::lane)
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.UNKNOWN_BROKER,
                        "broker '" + name + "' is not active here; active are " + String.join(", ", names()),
                        "broker",
                        name,
                        names()));
    }

    /// In alphabetical order.
    public List<String> names() {
        return brokers.all().stream().map(each -> each.broker().name()).toList();
    }

    private static Lane lane(BrokerAccount account) {
        return new Lane(account.broker().name(), account.kind(), account.reality());
    }
}
