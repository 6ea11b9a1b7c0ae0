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
import io.alphapanda.stage.testing.Knock;
import io.alphapanda.stage.testing.Signals;
import java.util.Optional;

/// One strategy's fills of NSE:TCS, each with a rupee of fees and following the one before.
final class Fills {

    private final Signals signals;
    private Optional<String> last = Optional.empty();
    private long sequence;

    Fills(String lane, String strategy) {
        this.signals = new Signals(lane, strategy);
    }

    Knock next(Side side, long quantity, String price) {
        var request = OrderRequest.of(signals.next(side, quantity));
        var fill = new Fill(
                Ids.fill(request.orderId(), 1),
                request.quantity(),
                Price.of(price),
                Money.of("1"),
                request.referenceTime());
        var id = Ids.orderEvent(request.orderId(), 2);
        var filled = new OrderFilled(Order.intended(request).filled(fill), fill, ++sequence, last);
        last = Optional.of(id);
        return Knock.of(
                EventType.ORDER_FILLED,
                id,
                request.broker(),
                Topics.ordersFilled(request.broker()),
                request.partitionKey(),
                request.correlationId(),
                fill.executedAt(),
                filled);
    }
}
