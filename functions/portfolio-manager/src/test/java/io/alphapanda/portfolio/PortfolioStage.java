package io.alphapanda.portfolio;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.event.OrderFilled;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.order.Fill;
import io.alphapanda.domain.order.Order;
import io.alphapanda.domain.order.OrderRequest;
import io.alphapanda.stage.meter.Meter;
import io.alphapanda.stage.testing.Knock;
import io.alphapanda.stage.testing.LaneStage;
import io.alphapanda.stage.testing.Ledger;
import io.alphapanda.stage.testing.Signals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Fills, each booked; they lead to no further event.
final class PortfolioStage implements LaneStage {

    @Override
    public List<Knock> chain(String broker, String strategy, int length) {
        var signals = new Signals(broker, strategy);
        var chain = new ArrayList<Knock>();
        Optional<String> follows = Optional.empty();
        for (int i = 0; i < length; i++) {
            var request = OrderRequest.of(signals.next(Side.BUY, 1));
            var fill = new Fill(
                    Ids.fill(request.orderId(), 1),
                    request.quantity(),
                    Price.of("100"),
                    Money.of("1"),
                    request.referenceTime());
            var id = Ids.orderEvent(request.orderId(), 2);
            chain.add(Knock.of(
                    EventType.ORDER_FILLED,
                    id,
                    request.broker(),
                    Topics.ordersFilled(request.broker()),
                    request.partitionKey(),
                    request.correlationId(),
                    fill.executedAt(),
                    new OrderFilled(Order.intended(request).filled(fill), fill, i + 1, follows)));
            follows = Optional.of(id);
        }
        return chain;
    }

    @Override
    public long effects(Knock knock) {
        var orderId = knock.id().substring(0, knock.id().lastIndexOf("/v"));
        return Ledger.count("select count(*) from bookings where fill_id = ?", Ids.fill(orderId, 1));
    }

    @Override
    public int leadsTo() {
        return 0;
    }

    @Override
    public List<Meter> meters() {
        return BookMeters.ALL;
    }
}
