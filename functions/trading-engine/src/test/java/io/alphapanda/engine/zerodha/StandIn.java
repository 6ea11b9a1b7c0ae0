package io.alphapanda.engine.zerodha;

import io.alphapanda.domain.order.Order;
import io.alphapanda.domain.paper.PaperExecution;
import io.alphapanda.engine.Trader;
import io.alphapanda.stage.broker.BrokerAccount;
import jakarta.inject.Singleton;
import java.time.Instant;

/// So that an account of the kind may be active while nobody trades it here.
@Singleton
final class StandIn implements Trader {

    @Override
    public String kind() {
        return "zerodha";
    }

    @Override
    public PaperExecution.Result execute(Order order, BrokerAccount account, Instant marketAt) {
        throw new AssertionError("nobody trades " + account.broker() + " in these tests");
    }
}
