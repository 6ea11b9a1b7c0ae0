package io.alphapanda.engine.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.order.FailureCode;
import io.alphapanda.domain.order.OrderRequest;
import io.alphapanda.domain.placement.Answer;
import io.alphapanda.domain.placement.BrokerOrder;
import io.alphapanda.domain.placement.BrokerTrade;
import io.alphapanda.domain.placement.CancelAnswer;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.StrategyId;
import io.alphapanda.stage.testing.Await;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What every [LiveBroker] keeps, whoever is behind it; the lane relies on nothing else. A kind of broker has a test
/// that extends this, against a simulator of the broker.
public abstract class LiveBrokerContract {

    /// The broker's side, past the port.
    protected interface Behind {

        /// How many orders under that tag it has taken.
        long arrived(String tag);

        /// Takes the next order and answers with a server's error.
        void loseNextAnswer();

        /// Drops the connection of the next order, which it does not take.
        void loseNextOrder();

        /// Takes the next cancellation and answers with a server's error.
        void loseNextCancellationsAnswer();

        /// Refuses the next order for want of money.
        void refuseNextOrder();

        /// Executes so much of a working order.
        void trade(String tag, long quantity);

        /// Does not give out its orders, or its trades, until it is [#well].
        void hide(Part part);

        void well();

        /// Does not take the account's credentials any more.
        void refuseCredentials();

        /// What must never be shown.
        List<String> secrets();
    }

    /// What a book is read of.
    protected enum Part {
        ORDERS,
        TRADES
    }

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ORDERED = 10;
    private static final AtomicInteger ORDERS = new AtomicInteger();

    /// Everything that was said to people.
    private final List<String> said = new ArrayList<>();

    protected abstract LiveBroker broker();

    protected abstract Behind behind();

    /// One that the broker trades, in whole units.
    protected abstract InstrumentId instrument();

    @AfterEach
    void nothingSecretWasSaid() {
        behind().well();
        behind().secrets().forEach(secret -> assertThat(String.join("\n", said)).doesNotContain(secret));
    }

    @Test
    void anAcceptedOrderIsInTheDaysBookUnderItsTag() {
        var order = order("10");

        var answer = place(order);

        assertThat(answer).isInstanceOf(Answer.Accepted.class);
        var found = awaitOne(order);
        assertThat(found.brokerOrderId()).isEqualTo(((Answer.Accepted) answer).brokerOrderId());
        assertThat(found.state()).isEqualTo(BrokerOrder.State.WORKING);
        assertThat(found.filledQuantity()).isEqualTo(Quantity.ZERO);
        assertThat(found.trades()).isEmpty();
        assertThat(read().day()).isEqualTo(broker().bookDay(Instant.now()));
        end(order);
    }

    @Test
    void itsTradesAreInTheBookEachWithAnIdThatStays() {
        var order = order("10");
        place(order);

        behind().trade(tag(order), 4);
        var some = awaitTrades(order, 1);
        behind().trade(tag(order), 6);
        var all = awaitTrades(order, 2);

        assertThat(some.state()).isEqualTo(BrokerOrder.State.WORKING);
        assertThat(some.filledQuantity()).isEqualTo(Quantity.of(4));
        assertThat(all.state()).isEqualTo(BrokerOrder.State.COMPLETE);
        assertThat(all.filledQuantity()).isEqualTo(Quantity.of(ORDERED));
        assertThat(all.trades())
                .extracting(BrokerTrade::quantity)
                .containsExactlyInAnyOrder(Quantity.of(4), Quantity.of(6));
        assertThat(all.trades()).containsAll(some.trades()).doesNotHaveDuplicates();
        assertThat(awaitTrades(order, 2)).isEqualTo(all);
        assertThat(Duration.between(all.trades().getFirst().at(), Instant.now()).abs())
                .isLessThan(Duration.ofHours(1));
    }

    @Test
    void anOrderWhoseAnswerIsLostIsUnclearAndFoundInTheBook() {
        var order = order("10");
        behind().loseNextAnswer();

        assertThat(place(order)).isInstanceOf(Answer.Unclear.class);

        assertThat(awaitOne(order).state()).isEqualTo(BrokerOrder.State.WORKING);
        assertThat(behind().arrived(tag(order))).isOne();
        end(order);
    }

    @Test
    void anOrderLostOnItsWayIsUnclearTooAndNotInTheBook() {
        var order = order("10");
        behind().loseNextOrder();

        assertThat(place(order)).isInstanceOf(Answer.Unclear.class);

        assertThat(tagged(order)).isEmpty();
        assertThat(behind().arrived(tag(order))).isZero();
    }

    @Test
    void aRefusalSaysWhyInACodeAndInTheBrokersWords() {
        var order = order("10");
        behind().refuseNextOrder();

        var answer = place(order);

        assertThat(answer).isInstanceOfSatisfying(Answer.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(FailureCode.FUNDS_INSUFFICIENT);
            assertThat(refused.words()).isNotBlank();
        });
        assertThat(tagged(order)).isEmpty();
    }

    @Test
    void pastItsMomentNothingIsSent() {
        var order = order("10");
        var answer = place(order, Instant.now().minusMillis(1));

        assertThat(answer).isInstanceOfSatisfying(Answer.NotSent.class, notSent -> assertThat(notSent.code())
                .isEqualTo(FailureCode.SEND_TOO_LATE));
        assertThat(behind().arrived(tag(order))).isZero();
        assertThat(tagged(order)).isEmpty();
    }

    @Test
    void aQuantityTheBrokerDoesNotTradeIsNotSent() {
        var order = order("1.5");

        assertThat(place(order)).isInstanceOfSatisfying(Answer.NotSent.class, notSent -> assertThat(notSent.code())
                .isEqualTo(FailureCode.QUANTITY_INVALID));
        assertThat(behind().arrived(tag(order))).isZero();
    }

    @Test
    void aBookThatCantBeReadWholeIsUnreadableAndNeverEmpty() {
        for (var part : Part.values()) {
            behind().hide(part);
            assertThat(book()).isInstanceOf(Book.Unreadable.class);
            behind().well();
            assertThat(book()).isInstanceOf(Book.Read.class);
        }
    }

    @Test
    void credentialsTheBrokerRefusesAreNamedAndNothingMoreIsSentWithThem() {
        assertThat(book()).isInstanceOf(Book.Read.class);
        behind().refuseCredentials();
        var first = order("10");
        var second = order("10");

        assertThat(place(first)).isNotInstanceOf(Answer.Accepted.class).isNotInstanceOf(Answer.Unclear.class);
        assertThat(place(second)).isInstanceOfSatisfying(Answer.NotSent.class, notSent -> assertThat(notSent.code())
                .isEqualTo(FailureCode.SESSION_INVALID));
        assertThat(book()).isInstanceOf(Book.Unreadable.class);
        assertThat(behind().arrived(tag(first)) + behind().arrived(tag(second))).isZero();
    }

    @Test
    void priceLimitsNeverFailNorHoldAnOrderUp() {
        behind().hide(Part.ORDERS);
        behind().refuseCredentials();

        assertThat(broker().priceLimits(instrument(), Price.of("100")).await().atMost(Duration.ofSeconds(5)))
                .isNotNull();
    }

    @Test
    void aWorkingOrderThatIsCancelledEndsInTheBookAndKeepsWhatWasFilled() {
        var order = order("10");
        place(order);
        behind().trade(tag(order), 4);
        var working = awaitTrades(order, 1);

        assertThat(cancel(working)).isInstanceOf(CancelAnswer.Taken.class);

        var ended = awaitState(order, BrokerOrder.State.CANCELLED);
        assertThat(ended.filledQuantity()).isEqualTo(Quantity.of(4));
        assertThat(ended.trades()).isEqualTo(working.trades());
    }

    @Test
    void anOrderThatIsCancelledTwiceEndsOnce() {
        var order = order("10");
        place(order);
        var working = awaitOne(order);
        cancel(working);
        var ended = awaitState(order, BrokerOrder.State.CANCELLED);

        assertThat(cancel(working)).isNotInstanceOf(CancelAnswer.NotSent.class);

        assertThat(awaitOne(order)).isEqualTo(ended);
    }

    @Test
    void aCancellationThatComesTooLateIsNotTakenAndTheOrderIsComplete() {
        var order = order("10");
        place(order);
        var working = awaitOne(order);
        end(order);

        assertThat(cancel(working)).isNotInstanceOf(CancelAnswer.Taken.class);

        assertThat(awaitOne(order).state()).isEqualTo(BrokerOrder.State.COMPLETE);
    }

    @Test
    void aCancellationWhoseAnswerIsLostIsUnclearAndTheBookTells() {
        var order = order("10");
        place(order);
        var working = awaitOne(order);
        behind().loseNextCancellationsAnswer();

        assertThat(cancel(working)).isInstanceOf(CancelAnswer.Unclear.class);

        awaitState(order, BrokerOrder.State.CANCELLED);
    }

    @Test
    void withCredentialsTheBrokerRefusesNothingIsCancelled() {
        var order = order("10");
        place(order);
        var working = awaitOne(order);
        behind().refuseCredentials();

        assertThat(cancel(working)).isNotInstanceOf(CancelAnswer.Taken.class);
        assertThat(cancel(working)).isInstanceOf(CancelAnswer.NotSent.class);
        // Nobody can read its end; it would take what the next order is to trade.
        behind().trade(tag(order), ORDERED);
    }

    @Test
    void aTagIsMadeOfTheOrdersIdAloneAndOfNoOther() {
        assertThat(broker().tag("a/1@x")).isEqualTo(broker().tag("a/1@x")).isNotEqualTo(broker().tag("a/1@y"));
    }

    /// A buy of the instrument.
    private OrderRequest order(String quantity) {
        var id = "contract-" + System.nanoTime() + "/" + ORDERS.incrementAndGet();
        var now = Instant.now();
        return new OrderRequest(
                id,
                id,
                id,
                new Broker("contract"),
                new StrategyId("contract"),
                instrument(),
                Side.BUY,
                Quantity.of(quantity),
                Price.of("100"),
                now,
                now.plusSeconds(60),
                now);
    }

    private String tag(OrderRequest order) {
        return broker().tag(order.orderId());
    }

    private Answer place(OrderRequest order) {
        return place(order, Instant.now().plusSeconds(20));
    }

    private Answer place(OrderRequest order, Instant sendBy) {
        var answer = broker().place(order, tag(order), sendBy).await().atMost(PATIENCE);
        said.add(answer.toString());
        return answer;
    }

    private CancelAnswer cancel(BrokerOrder order) {
        var answer = broker().cancel(order.brokerOrderId()).await().atMost(PATIENCE);
        said.add(answer.toString());
        return answer;
    }

    private Book book() {
        var book = broker().book().await().atMost(PATIENCE);
        said.add(book.toString());
        return book;
    }

    /// The first that can be read: on a busy machine an answer may come later than the client waits for it.
    private Book.Read read() {
        var read = new ArrayList<Book.Read>();
        Await.until("the book can be read", () -> {
            if (book() instanceof Book.Read each) {
                read.add(each);
            }
            return !read.isEmpty();
        });
        return read.getFirst();
    }

    private List<BrokerOrder> tagged(OrderRequest order) {
        return read().tagged(tag(order));
    }

    private BrokerOrder awaitOne(OrderRequest order) {
        Await.until("the book has " + order.orderId(), () -> tagged(order).size() == 1);
        return tagged(order).getFirst();
    }

    private BrokerOrder awaitState(OrderRequest order, BrokerOrder.State state) {
        Await.until(order.orderId() + " is " + state, () -> awaitOne(order).state() == state);
        return awaitOne(order);
    }

    private BrokerOrder awaitTrades(OrderRequest order, int count) {
        Await.until(
                "the book has " + count + " trades of " + order.orderId(),
                () -> awaitOne(order).trades().size() == count);
        return awaitOne(order);
    }

    /// Leaves nothing working behind.
    private void end(OrderRequest order) {
        behind().trade(tag(order), ORDERED);
        awaitTrades(order, 1);
    }
}
