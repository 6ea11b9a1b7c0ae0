package io.alphapanda.engine;

import io.alphapanda.domain.order.Order;
import io.alphapanda.domain.order.Transition;
import io.alphapanda.domain.paper.PaperExecution;
import io.alphapanda.engine.book.OrderBooks;
import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.event.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Simulated execution, see [PaperExecution]: an order fills or fails at once.
@Singleton
final class PaperTrader implements Trader {

    private final OrderBooks books;

    PaperTrader(OrderBooks books) {
        this.books = books;
    }

    @Override
    public Uni<List<OutgoingEvent>> execute(Order intended, BrokerAccount account, Instant marketAt) {
        var result = new PaperExecution(account.costs()).execute(intended, marketAt);
        var step = new Transition(result.order(), result.fill(), Optional.empty());
        return books.write(intended, List.of(step), account, marketAt);
    }
}
