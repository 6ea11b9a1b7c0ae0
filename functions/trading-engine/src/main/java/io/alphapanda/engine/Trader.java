package io.alphapanda.engine;

import io.alphapanda.domain.order.Order;
import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.event.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/// Executes orders at accounts of one kind.
interface Trader {

    /// Executes an order, or writes down that it is to be executed, within the ledger's transaction.
    ///
    /// @param intended the order; its row may exist, if it has waited
    /// @param account  whose
    /// @param marketAt market time of the execution
    /// @return the events that tell of it
    Uni<List<OutgoingEvent>> execute(Order intended, BrokerAccount account, Instant marketAt);

    /// What was written down for this account is committed. Returns at once.
    default void committed(BrokerAccount account) {}
}
