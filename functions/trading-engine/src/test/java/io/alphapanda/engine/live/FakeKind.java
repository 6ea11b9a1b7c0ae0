package io.alphapanda.engine.live;

import io.alphapanda.stage.broker.BrokerAccount;
import jakarta.inject.Singleton;

/// The kind of [FakeBroker]s.
@Singleton
final class FakeKind implements BrokerKind {

    @Override
    public String kind() {
        return "fake";
    }

    @Override
    public LiveBroker open(BrokerAccount account) {
        return new FakeBroker(account.broker().name());
    }
}
