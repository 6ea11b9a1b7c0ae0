package io.alphapanda.engine.alpaca;

import static io.alphapanda.stage.testing.TopicReader.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.event.SignalValidated;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.signal.LaneSignal;
import io.alphapanda.stage.testing.Await;
import io.alphapanda.stage.testing.Door;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.Ledger;
import io.alphapanda.stage.testing.Signals;
import io.alphapanda.stage.testing.TopicReader;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An approval becomes an order at a simulated Alpaca and fills in the ledger: the lane knows nothing of who is there.
@QuarkusTest
@QuarkusTestResource(House.class)
@QuarkusTestResource(value = SimulatedAlpaca.class, restrictToAnnotatedClass = true)
class AlpacaLaneTest {

    /// A Thursday, 10:30 in New York.
    private static final Instant TIME = Instant.parse("2026-03-05T15:30:00Z");

    @Inject
    RedisDataSource redis;

    private final AlpacaSimulator simulator = SimulatedAlpaca.simulator();

    @BeforeEach
    void appleHasAPrice() {
        redis.value(String.class)
                .set(
                        "market:last:US:AAPL",
                        "{\"price\":\"100\",\"time\":\"" + TIME + "\",\"ordinal\":1,\"stream\":\"test-1\"}");
    }

    @Test
    void anApprovalIsFilledAtAlpacaAndBooked() {
        var signal = new Signals("alpaca", "apple", "US:AAPL").next(Side.BUY, 10, "100", TIME);

        assertThat(post(signal)).isEqualTo(204);

        var order = awaitStatus(signal, "SUBMITTED");
        simulator.book().fill(Tag.of(order), "4", "101.2534");
        awaitStatus(signal, "PARTIALLY_FILLED");
        simulator.book().fill(Tag.of(order), "6", "101.26");
        awaitStatus(signal, "FILLED");
        assertThat(Ledger.rows(
                        "select quantity::int, price::float8 from fills where order_id = ? order by sequence", order))
                .containsExactly(List.of("4", "101.2534"), List.of("6", "101.26"));
        assertThat(Ledger.rows("select kind, reality, failure from orders where id = ?", order))
                .containsExactly(Arrays.asList("alpaca", "SIMULATED", null));
        assertThat(TopicReader.await(
                        "alpaca.orders.filled", 2, each -> header(each, "ce_id").startsWith(order + "/")))
                .hasSize(2);
    }

    @Test
    void anOrderWhoseAnswerIsLostIsFoundAndNotSentAgain() {
        simulator.next(AlpacaSimulator.Fault.TAKE_THEN_DROP);
        var signal = new Signals("alpaca", "lost", "US:AAPL").next(Side.BUY, 10, "100", TIME);

        post(signal);

        var order = awaitStatus(signal, "SUBMITTED");
        assertThat(simulator.book().arrived(Tag.of(order))).isOne();
    }

    @Test
    void aRefusalEndsTheOrder() {
        simulator.next(AlpacaSimulator.Fault.NO_BUYING_POWER);
        var signal = new Signals("alpaca", "poor", "US:AAPL").next(Side.BUY, 10, "100", TIME);

        post(signal);

        var order = awaitStatus(signal, "REJECTED");
        assertThat(Ledger.rows("select failure from orders where id = ?", order))
                .containsExactly(List.of("FUNDS_INSUFFICIENT"));
    }

    @Test
    void whileNewYorkIsClosedNothingIsSent() {
        var signal = new Signals("alpaca", "night", "US:AAPL").next(Side.BUY, 10, "100", TIME.minusSeconds(7_200));

        post(signal);

        var order = awaitStatus(signal, "FAILED");
        assertThat(Ledger.rows("select failure from orders where id = ?", order))
                .containsExactly(List.of("MARKET_CLOSED"));
        assertThat(simulator.book().arrived(Tag.of(order))).isZero();
    }

    private static String awaitStatus(LaneSignal signal, String status) {
        var order = Ids.order(signal.id(), 1);
        Await.until(
                "order " + order + " is " + status, () -> Ledger.rows("select status from orders where id = ?", order)
                        .equals(List.of(List.of(status))));
        return order;
    }

    private static int post(LaneSignal signal) {
        return Door.post(
                Door.headers(
                        EventType.SIGNAL_VALIDATED,
                        Ids.validated(signal.id()),
                        signal.broker().name(),
                        Topics.signalsValidated(signal.broker()),
                        signal.signal().partitionKey(),
                        signal.signal().id(),
                        signal.signal().referenceTime()),
                Door.json(new SignalValidated(signal, List.of(), Optional.empty())));
    }
}
