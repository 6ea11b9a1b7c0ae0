package io.alphapanda.engine;

import io.alphapanda.domain.order.Order;
import io.alphapanda.domain.paper.PaperExecution;
import io.alphapanda.stage.broker.BrokerAccount;
import jakarta.inject.Singleton;
import java.time.Instant;

/// Simulated execution, see [PaperExecution].
@Singleton
final class PaperTrader implements Trader {

    @Override
    public String kind() {
        return BrokerAccount.PAPER;
    }

    @Override
    public PaperExecution.Result execute(Order order, BrokerAccount account, Instant marketAt) {
        return new PaperExecution(account.costs()).execute(order, marketAt);
    }
}
