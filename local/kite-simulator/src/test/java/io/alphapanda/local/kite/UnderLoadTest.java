package io.alphapanda.local.kite;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.local.kite.exchange.PositionRow;
import io.alphapanda.local.kite.exchange.SimulatedExchange;
import io.alphapanda.local.kite.exchange.TradeRow;
import io.alphapanda.local.kite.exchange.Truth;
import io.alphapanda.local.kite.fault.Fault;
import io.alphapanda.local.kite.fault.Faults;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Real time, many requests at once, faults at random: the books still add up.
class UnderLoadTest {
    private static final int ORDERS = 400;
    private static final long SEED = 20_261_126;

    @Test
    void four_hundred_orders_under_random_faults_leave_books_that_add_up() {
        try (KiteSimulator simulator = KiteSimulator.start(
                SimulatorOptions.of(List.of(Broker.INFY), Broker.account().withCash("1000000000")))) {
            arm(simulator.faults());
            RawClient client = new RawClient(simulator.restUrl(), Broker.API_KEY, simulator.accessToken(Broker.USER));
            List<CompletableFuture<Void>> sent = IntStream.range(0, ORDERS)
                    .mapToObj(i -> order(simulator, client, i))
                    .toList();
            sent.forEach(CompletableFuture::join);
            Await.until("every order is over", () -> {
                simulator.onTick("NSE:INFY", new BigDecimal("1500"), SimulatedExchange.ANY_QUANTITY, Instant.now());
                List<Truth.Entry> orders = simulator.truth().orders();
                return orders.size() == ORDERS
                        && orders.stream().allMatch(order -> order.status().terminal());
            });
            addsUp(simulator);
        }
    }

    private static void arm(Faults faults) {
        faults.arm(new Fault.AcceptThenAnswer(503)).withProbability(0.1, SEED);
        faults.arm(new Fault.AcceptThenDrop()).withProbability(0.05, SEED);
        faults.arm(new Fault.TimedOutButPlaced(Duration.ofMillis(50))).withProbability(0.1, SEED);
        faults.arm(new Fault.AppearLate(Duration.ofMillis(50))).withProbability(0.2, SEED);
        faults.arm(new Fault.FillAtMost(3)).withProbability(0.3, SEED);
        faults.arm(new Fault.FillBeforeReply()).withProbability(0.1, SEED);
    }

    private static CompletableFuture<Void> order(KiteSimulator simulator, RawClient client, int number) {
        String form = "exchange=NSE&tradingsymbol=INFY&transaction_type=BUY&order_type=LIMIT&product=MIS"
                + "&quantity=10&price=1500&tag=t" + number;
        return client.send("POST", "/orders/regular", form).handle((_, _) -> {
            simulator.onTick("NSE:INFY", new BigDecimal("1500"), 7, Instant.now());
            return null;
        });
    }

    private static void addsUp(KiteSimulator simulator) {
        Truth truth = simulator.truth();
        assertThat(truth.doubled()).isEmpty();
        assertThat(truth.trades()).extracting(TradeRow::tradeId).doesNotHaveDuplicates();
        assertThat(truth.orders())
                .allMatch(order -> order.filled()
                        == order.trades().stream().mapToLong(TradeRow::quantity).sum());
        assertThat(simulator.exchange().netPositions(Broker.USER))
                .extracting(PositionRow::quantity)
                .containsExactly(ORDERS * 10L);
    }
}
