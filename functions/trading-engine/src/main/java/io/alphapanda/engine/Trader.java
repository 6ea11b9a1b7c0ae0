package io.alphapanda.engine;

import io.alphapanda.domain.order.Order;
import io.alphapanda.domain.paper.PaperExecution;
import io.alphapanda.stage.broker.BrokerAccount;
import java.time.Instant;

/// Executes orders at brokers of one kind.
public interface Trader {

    /// The kind it serves, as in `panda.brokers.<name>.kind`.
    String kind();

    /// Executes an order within the ledger's transaction; whatever it decides is committed together with the order.
    ///
    /// @param order    still intended
    /// @param account  whose
    /// @param marketAt market time of the execution
    PaperExecution.Result execute(Order order, BrokerAccount account, Instant marketAt);
}
