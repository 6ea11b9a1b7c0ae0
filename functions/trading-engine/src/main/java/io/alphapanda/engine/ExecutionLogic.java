package io.alphapanda.engine;

import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.event.SignalValidated;
import io.alphapanda.domain.order.Order;
import io.alphapanda.domain.order.OrderRequest;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.engine.book.OrderBooks;
import io.alphapanda.stage.delivery.LaneEvent;
import io.alphapanda.stage.delivery.LaneLogic;
import io.alphapanda.stage.event.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// An approved signal to an order, and to whoever executes it.
///
/// ```
/// signal-validated ──▶ first price known? ──no──▶ INTENDED, waits (see FirstPrices)
///                        └─yes─▶ paper ──▶ FILLED  ──▶ order-filled
///                            │         └─▶ FAILED | EXPIRED ──▶ order-failed
///                            └─▶ live  ──▶ INTENDED, to be sent (see LiveLanes)
/// ```
@Singleton
final class ExecutionLogic implements LaneLogic<SignalValidated> {

    private final PriceBoard prices;
    private final Traders traders;
    private final OrderBooks books;

    ExecutionLogic(PriceBoard prices, Traders traders, OrderBooks books) {
        this.prices = prices;
        this.traders = traders;
        this.books = books;
    }

    @Override
    public String stage() {
        return "trading-engine";
    }

    @Override
    public Class<SignalValidated> payload() {
        return SignalValidated.class;
    }

    @Override
    public Broker broker(SignalValidated approval) {
        return approval.signal().broker();
    }

    @Override
    public Optional<String> id(SignalValidated approval) {
        return Optional.of(Ids.validated(approval.signal().id()));
    }

    @Override
    public Optional<String> follows(SignalValidated approval) {
        return approval.follows();
    }

    @Override
    public Uni<List<OutgoingEvent>> decide(LaneEvent<SignalValidated> event) {
        var order = Order.intended(OrderRequest.of(event.data().signal()));
        return prices.isPriced(order.request().instrument())
                .chain(priced -> priced
                        ? traders.of(event.account())
                                .execute(order, event.account(), order.request().referenceTime())
                        : books.intend(order, event.account(), true).replaceWith(List.of()));
    }

    @Override
    public void committed(LaneEvent<SignalValidated> event) {
        traders.of(event.account()).committed(event.account());
    }
}
