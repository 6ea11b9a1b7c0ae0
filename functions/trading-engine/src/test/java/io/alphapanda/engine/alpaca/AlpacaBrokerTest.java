package io.alphapanda.engine.alpaca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.order.FailureCode;
import io.alphapanda.domain.order.OrderRequest;
import io.alphapanda.domain.placement.Answer;
import io.alphapanda.domain.placement.BrokerOrder;
import io.alphapanda.domain.placement.BrokerTrade;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.StrategyId;
import io.alphapanda.engine.alpaca.AlpacaSimulator.Fault;
import io.alphapanda.engine.live.Book;
import io.alphapanda.engine.live.Statement;
import io.alphapanda.stage.testing.House;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is Alpaca's own, beyond what every broker keeps.
@QuarkusTest
@QuarkusTestResource(House.class)
class AlpacaBrokerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private AlpacaSimulator simulator;
    private AlpacaBroker broker;

    @BeforeEach
    void open() {
        simulator = AlpacaSimulator.start();
        broker = SomeAlpaca.broker(simulator);
    }

    @AfterEach
    void close() {
        broker.close();
        simulator.close();
    }

    @Test
    void anOrderIsWrittenAsAlpacaWantsIt() {
        assertThat(place("1", "US:AAPL", Side.SELL, "0.125")).isInstanceOf(Answer.Accepted.class);

        var tag = Tag.of("1");
        assertThat(List.of("symbol", "qty", "side", "type", "time_in_force"))
                .extracting(each -> simulator.book().field(tag, each))
                .containsExactly("AAPL", "0.125", "sell", "market", "day");
        assertThat(tag).hasSizeLessThanOrEqualTo(48);
    }

    @Test
    void aStatementHasTheOrdersOfAllHandsAndWhatIsHeld() {
        assertThat(place("1", "US:AAPL", Side.SELL, "10")).isInstanceOf(Answer.Accepted.class);
        simulator.book().fill(Tag.of("1"), "4", "101.25");
        simulator.book().add("f2a1c5e0-by-hand", "AAPL", "3", Instant.now());
        simulator.book().add("of-several-legs", "", "1", Instant.now());
        simulator.book().carried("BTC/USD", "0.5");

        var statement = (Statement.Read) broker.statement().await().atMost(PATIENCE);

        assertThat(statement.orders())
                .extracting(
                        Statement.Line::tag, each -> each.listed().name(), Statement.Line::side, each -> each.order()
                                .filledQuantity())
                .containsExactlyInAnyOrder(
                        tuple(Tag.of("1"), "US:AAPL", Side.SELL, Quantity.of(4)),
                        tuple("f2a1c5e0-by-hand", "US:AAPL", Side.BUY, Quantity.ZERO),
                        tuple("of-several-legs", "(several)", Side.BUY, Quantity.ZERO));
        assertThat(statement.held())
                .extracting(
                        each -> each.listed().name(),
                        each -> each.quantity().toString(),
                        each -> each.listed().instrument().isPresent())
                .containsExactlyInAnyOrder(tuple("BTC/USD", "0.5", false), tuple("US:AAPL", "-4", true));
        simulator.away("positions");
        assertThat(broker.statement().await().atMost(PATIENCE)).isInstanceOf(Statement.Unreadable.class);
        assertThat(broker.book().await().atMost(PATIENCE)).isInstanceOf(Book.Read.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"TAKE_THEN_HANG", "TAKE_THEN_DROP", "TAKE_THEN_503", "TAKE_THEN_NONSENSE"})
    void anOrderTakenWithoutAnAnswerIsUnclearAndInTheBookOnce(Fault fault) {
        simulator.next(fault);

        assertThat(place("1")).isInstanceOf(Answer.Unclear.class);

        assertThat(read().orders().get(Tag.of("1"))).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"HANG_BEFORE", "DROP_BEFORE", "PAGE_OF_A_PROXY"})
    void anOrderThatMayHaveArrivedIsUnclear(Fault fault) {
        simulator.next(fault);

        assertThat(place("1")).isInstanceOf(Answer.Unclear.class);
        assertThat(read().orders()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "NO_BUYING_POWER, FUNDS_INSUFFICIENT, HTTP 403 40310000: insufficient buying power",
        "NO_SHARES, HOLDINGS_INSUFFICIENT, 'HTTP 403 40310000: insufficient qty available for order (requested: 10,"
                + " available: 0)'",
        "TOO_MANY_REQUESTS, RATE_LIMITED, HTTP 429: too many requests.",
        "REFUSE_QUOTING_THE_KEYS, ORDER_REFUSED, HTTP 422 40010001: bad request by *** with ***",
    })
    void aRefusalKeepsAlpacasWordsAndNoKey(Fault fault, FailureCode code, String words) {
        simulator.next(fault);

        assertThat(place("1")).isEqualTo(new Answer.Refused(code, words));
    }

    @Test
    void anIdAlpacaKnowsAlreadyMeansThatTheOrderIsThere() {
        place("1");

        assertThat(place("1")).isInstanceOfSatisfying(Answer.Unclear.class, unclear -> assertThat(unclear.words())
                .contains("client_order_id must be unique"));
        assertThat(read().orders().get(Tag.of("1"))).hasSize(1);
    }

    @Test
    void anOrderShownLateIsMissingFirst() {
        simulator.next(Fault.TAKE_BUT_SHOW_LATER);
        assertThat(place("1")).isInstanceOf(Answer.Accepted.class);

        assertThat(read().orders()).isEmpty();
        simulator.book().showAll();
        assertThat(read().orders()).containsOnlyKeys(Tag.of("1"));
    }

    @Test
    void partsOfAShareAreCountedToTheLastDigit() {
        place("1", "US:AAPL", Side.BUY, "1.000000003");
        simulator.book().fill(Tag.of("1"), "0.000000001", "190.1234");
        simulator.book().fill(Tag.of("1"), "1.000000002", "190.12");

        var order = read().orders().get(Tag.of("1")).getFirst();

        assertThat(order.state()).isEqualTo(BrokerOrder.State.COMPLETE);
        assertThat(order.filledQuantity()).isEqualTo(Quantity.of("1.000000003"));
        assertThat(order.trades())
                .extracting(BrokerTrade::quantity, BrokerTrade::price)
                .containsExactly(
                        tuple(Quantity.of("0.000000001"), Price.of("190.1234")),
                        tuple(Quantity.of("1.000000002"), Price.of("190.12")));
    }

    @ParameterizedTest
    @CsvSource({"US:AAPL, 0.0000000001", "US:BRK.A, 0.5"})
    void aQuantityAlpacaDoesNotTradeIsNotSent(String instrument, String quantity) {
        assertThat(place("1", instrument, Side.BUY, quantity))
                .isInstanceOfSatisfying(Answer.NotSent.class, notSent -> assertThat(notSent.code())
                        .isEqualTo(FailureCode.QUANTITY_INVALID));
        assertThat(simulator.book().arrived(Tag.of("1"))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"US:NONE", "US:HALT", "NSE:TCS"})
    void whatAlpacaDoesNotTradeIsNotSent(String instrument) {
        assertThat(place("1", instrument, Side.BUY, "1"))
                .isEqualTo(
                        new Answer.NotSent(FailureCode.INSTRUMENT_NOT_LISTED, "Alpaca does not trade " + instrument));
    }

    @ParameterizedTest
    @CsvSource({
        "new, WORKING",
        "held, WORKING",
        "done_for_day, WORKING",
        "a_new_word, WORKING",
        "filled, COMPLETE",
        "canceled, CANCELLED",
        "expired, CANCELLED",
        "replaced, CANCELLED",
        "rejected, REJECTED",
    })
    void aStatusSaysWhatCanStillHappen(String status, BrokerOrder.State state) {
        place("1");
        simulator.book().status(Tag.of("1"), status);

        assertThat(read().orders().get(Tag.of("1")).getFirst().state()).isEqualTo(state);
    }

    @Test
    void ordersOfOtherHandsAreNoneOfOurs() {
        simulator.book().add("f2a1c5e0-by-hand", "AAPL", "3", Instant.now());

        assertThat(read().orders()).isEmpty();
    }

    @Test
    void aBookOfManyPagesIsReadWholeThoughOrdersCameAtOneMoment() {
        var now = Instant.now();
        IntStream.range(0, 1_100)
                .forEach(i -> simulator.book().add(Tag.of("o" + i), "AAPL", "1000", now.plusMillis(i / 30)));
        IntStream.range(0, 250).forEach(_ -> simulator.book().fill(Tag.of("o7"), "1", "100"));

        var book = read();

        assertThat(book.orders()).hasSize(1_100);
        assertThat(book.orders().get(Tag.of("o7")).getFirst().trades()).hasSize(250);
    }

    @Test
    void oldPagesOfExecutionsAreNotAskedForAgainUnlessOneIsMissing() {
        var clock = new SteppingClock();
        clock.step(Duration.ofMinutes(2));
        try (var client = SomeAlpaca.client(simulator.address(), SomeAlpaca.KEYS, clock)) {
            var reading = new AlpacaBroker(new Broker("alpaca"), client, broker.limits(), clock);
            simulator.book().add(Tag.of("1"), "AAPL", "1000", Instant.now());
            IntStream.range(0, 250).forEach(_ -> simulator.book().fill(Tag.of("1"), "1", "100"));
            assertThat(trades(reading)).hasSize(250);
            int asked = simulator.requests();

            assertThat(trades(reading)).hasSize(250);
            assertThat(simulator.requests() - asked)
                    .as("orders, and the last page")
                    .isEqualTo(2);

            simulator.book().fillLate(Tag.of("1"), "1", "99");
            assertThat(trades(reading)).hasSize(250);
            assertThat(trades(reading)).hasSize(251).doesNotHaveDuplicates();
        }
    }

    private static List<BrokerTrade> trades(AlpacaBroker broker) {
        return ((Book.Read) book(broker)).orders().get(Tag.of("1")).getFirst().trades();
    }

    @Test
    void aPageFullOfOneMomentIsUnreadableRatherThanHalfRead() {
        var now = Instant.now();
        IntStream.range(0, 501).forEach(i -> simulator.book().add(Tag.of("o" + i), "AAPL", "1", now));

        assertThat(book()).isInstanceOf(Book.Unreadable.class);
    }

    @Test
    void keysAlpacaRefusesAreNotShownToItAgainBeforeAMinuteHasPassed() {
        var clock = new SteppingClock();
        try (var client = SomeAlpaca.client(simulator.address(), new Keys("PKWRONG", "wrongSecret"), clock)) {
            var locked = new AlpacaBroker(new Broker("alpaca"), client, broker.limits(), clock);
            assertThat(book(locked)).isInstanceOf(Book.Unreadable.class);
            int asked = simulator.requests();

            var answer = locked.place(
                            order("1", "US:AAPL", Side.BUY, "1"),
                            Tag.of("1"),
                            clock.instant().plusSeconds(1))
                    .await()
                    .atMost(PATIENCE);
            book(locked);
            assertThat(answer)
                    .isEqualTo(new Answer.NotSent(
                            FailureCode.SESSION_INVALID,
                            "Alpaca refuses the account's keys (orders: HTTP 403: forbidden.); correct them in"
                                    + " panda.brokers.alpaca.connection and restart"));
            assertThat(simulator.requests()).isEqualTo(asked);

            clock.step(Duration.ofSeconds(61));
            book(locked);
            assertThat(simulator.requests()).isEqualTo(asked + 1);
        }
    }

    @Test
    void keysThatAreGoodAgainAreUsedAgain() {
        var clock = new SteppingClock();
        try (var client = SomeAlpaca.client(simulator.address(), SomeAlpaca.KEYS, clock)) {
            var again = new AlpacaBroker(new Broker("alpaca"), client, broker.limits(), clock);
            simulator.killKeys();
            book(again);
            simulator.well();
            clock.step(Duration.ofSeconds(61));

            assertThat(book(again)).isInstanceOf(Book.Read.class);
            assertThat(again.place(
                                    order("1", "US:AAPL", Side.BUY, "1"),
                                    Tag.of("1"),
                                    clock.instant().plusSeconds(9))
                            .await()
                            .atMost(PATIENCE))
                    .isInstanceOf(Answer.Accepted.class);
        }
    }

    @Test
    void nothingListeningThereIsNotSent() {
        var nowhere = SomeAlpaca.broker(URI.create("http://127.0.0.1:1"), SomeAlpaca.KEYS, InstantSource.system());

        assertThat(nowhere.place(
                                order("1", "US:AAPL", Side.BUY, "1"),
                                "t",
                                Instant.now().plusSeconds(5))
                        .await()
                        .atMost(PATIENCE))
                .isInstanceOfSatisfying(Answer.NotSent.class, notSent -> assertThat(notSent.code())
                        .isEqualTo(FailureCode.BROKER_UNREACHABLE));
        nowhere.close();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-06T04:59:59Z, 2026-03-05",
        "2026-03-06T05:00:00Z, 2026-03-06",
        "2026-07-06T03:59:59Z, 2026-07-05",
        "2026-07-06T04:00:00Z, 2026-07-06",
    })
    void aBookIsOfNewYorksDay(Instant moment, String day) {
        assertThat(broker.bookDay(moment)).isEqualTo(day);
    }

    private Answer place(String id) {
        return place(id, "US:AAPL", Side.BUY, "10");
    }

    private Answer place(String id, String instrument, Side side, String quantity) {
        return broker.place(
                        order(id, instrument, side, quantity),
                        Tag.of(id),
                        Instant.now().plusSeconds(9))
                .await()
                .atMost(PATIENCE);
    }

    private static OrderRequest order(String id, String instrument, Side side, String quantity) {
        var now = Instant.now();
        return new OrderRequest(
                id,
                id,
                id,
                new Broker("alpaca"),
                new StrategyId("test"),
                InstrumentId.of(instrument),
                side,
                Quantity.of(quantity),
                Price.of("100"),
                now,
                now.plusSeconds(60),
                now);
    }

    private Book book() {
        return book(broker);
    }

    private static Book book(AlpacaBroker broker) {
        return broker.book().await().atMost(PATIENCE);
    }

    private Book.Read read() {
        assertThat(book()).isInstanceOf(Book.Read.class);
        return (Book.Read) book();
    }

    /// Stands still until it is told.
    private static final class SteppingClock implements InstantSource {

        private volatile Instant now = Instant.now();

        void step(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
