package io.alphapanda.engine;

import io.alphapanda.domain.order.Admission;
import io.alphapanda.domain.order.Order;
import io.alphapanda.domain.order.Transition;
import io.alphapanda.engine.book.OrderBooks;
import io.alphapanda.engine.live.LiveBrokers;
import io.alphapanda.engine.live.LiveLanes;
import io.alphapanda.engine.live.Placements;
import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.event.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/// Writes an order down for the [desk][LiveLanes] to send. What can be said without the broker ends it here.
@Singleton
final class LiveTrader implements Trader {

    private final OrderBooks books;
    private final Placements placements;
    private final LiveBrokers brokers;
    private final LiveLanes lanes;

    LiveTrader(OrderBooks books, Placements placements, LiveBrokers brokers, LiveLanes lanes) {
        this.books = books;
        this.placements = placements;
        this.brokers = brokers;
        this.lanes = lanes;
    }

    @Override
    public Uni<List<OutgoingEvent>> execute(Order intended, BrokerAccount account, Instant marketAt) {
        var refusal = Admission.refusal(intended.request(), marketAt);
        if (refusal.isPresent()) {
            var failed = intended.failed(refusal.get().as(), refusal.get().code());
            return books.write(intended, List.of(Transition.to(failed)), account, marketAt);
        }
        var tag = brokers.lane(account.broker())
                .orElseThrow()
                .broker()
                .tag(intended.request().orderId());
        return books.intend(intended, account, false)
                .chain(() -> placements.intend(intended, tag))
                .replaceWith(List.of());
    }

    @Override
    public void committed(BrokerAccount account) {
        lanes.send(account.broker());
    }
}
