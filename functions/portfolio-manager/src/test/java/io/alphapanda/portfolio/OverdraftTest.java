package io.alphapanda.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.alphapanda.stage.testing.Door;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.Ledger;
import io.alphapanda.stage.testing.Signals;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/// A short of ten thousand at 100, in a portfolio of a million, whose price gaps.
@QuarkusTest
@QuarkusTestResource(House.class)
class OverdraftTest {

    private final Signals signals = new Signals("paper", "overdraft");
    private Optional<String> last = Optional.empty();
    private long sequence;

    @Test
    void fillThatOverdrawsTheCashIsBookedAndWarnedOfOnce() {
        var warnings = new CopyOnWriteArrayList<String>();
        var listener = listener(warnings);
        var log = Logger.getLogger(BookingLogic.class.getName());
        log.addHandler(listener);
        try {
            assertThat(fill(Side.SELL, 10_000, "100")).isEqualTo(204);
            assertThat(warnings).isEmpty();
            assertThat(fill(Side.BUY, 9_000, "250")).isEqualTo(204);
            assertThat(fill(Side.BUY, 1_000, "250")).isEqualTo(204);
        } finally {
            log.removeHandler(listener);
        }

        // A million, and a million brought in; two and a half to close.
        assertThat(Ledger.rows(
                        "select trim_scale(cash), trim_scale(realized_pnl) from portfolios where strategy = ?",
                        "overdraft"))
                .containsExactly(List.of("-500000", "-1500000"));
        assertThat(warnings).singleElement().satisfies(each -> assertThat(each)
                .contains("broker=paper strategyId=overdraft", "cash=-250000"));
    }

    private static Handler listener(List<String> heard) {
        return new Handler() {
            @Override
            public void publish(LogRecord message) {
                heard.add(String.format(message.getMessage(), message.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private int fill(Side side, long quantity, String price) {
        var request = OrderRequest.of(signals.next(side, quantity));
        var fill = new Fill(
                Ids.fill(request.orderId(), 1),
                request.quantity(),
                Price.of(price),
                Money.ZERO,
                request.referenceTime());
        sequence++;
        var filled = new OrderFilled(Order.intended(request).filled(fill), fill, sequence, last);
        var id = Ids.orderEvent(request.orderId(), filled.order().version());
        last = Optional.of(id);
        var headers = Door.headers(
                EventType.ORDER_FILLED,
                id,
                request.broker().name(),
                Topics.ordersFilled(request.broker()),
                request.partitionKey(),
                request.correlationId(),
                fill.executedAt());
        return Door.post(headers, Door.json(filled));
    }
}
