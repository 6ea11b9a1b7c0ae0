package io.alphapanda.engine.live;

import io.alphapanda.stage.broker.BrokerAccount;

/// A kind of live broker: a bean for each.
public interface BrokerKind {

    /// As in `panda.brokers.<name>.kind`.
    String kind();

    /// Opens an account of this kind; once an account, at start. Speaks to nobody yet.
    ///
    /// @throws io.alphapanda.stage.broker.ConfigurationException if its settings can't be used
    LiveBroker open(BrokerAccount account);
}
