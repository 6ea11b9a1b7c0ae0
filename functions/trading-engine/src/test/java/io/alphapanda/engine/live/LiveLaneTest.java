package io.alphapanda.engine.live;

import static io.alphapanda.stage.testing.TopicReader.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.event.SignalValidated;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.signal.LaneSignal;
import io.alphapanda.engine.live.FakeBroker.Treatment;
import io.alphapanda.stage.testing.Await;
import io.alphapanda.stage.testing.Door;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.KeptSpans;
import io.alphapanda.stage.testing.Ledger;
import io.alphapanda.stage.testing.Scrape;
import io.alphapanda.stage.testing.Signals;
import io.alphapanda.stage.testing.TopicReader;
import io.alphapanda.stage.trace.TraceKeys;
import io.alphapanda.stage.trace.Traceparent;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a live lane promises, at a broker in memory: an order reaches it at most once, and its end is known at last.
@QuarkusTest
@QuarkusTestResource(House.class)
@TestProfile(LiveLaneTest.LiveLanesOn.class)
class LiveLaneTest {

    /// `zerodha` tells the time by its signals, `zerodha-2` by the wall; `paper` is there beside them.
    public static final class LiveLanesOn implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "active.brokers", "paper,zerodha,zerodha-2",
                    "panda.brokers.zerodha.kind", "fake",
                    "panda.brokers.zerodha.clock", "signal",
                    "panda.brokers.zerodha-2.kind", "fake",
                    "panda.engine.settle-seconds", "10",
                    "panda.engine.send-within-millis", "1000",
                    "panda.engine.read-every-millis", "200",
                    "panda.traces.endpoint", "http://127.0.0.1:4318");
        }
    }

    private static final String LANE = "zerodha";

    @Inject
    RedisDataSource redis;

    @Inject
    TroubledDesk desk;

    @Inject
    LiveLanes lanes;

    private final FakeBroker broker = FakeBroker.of(LANE);

    @BeforeEach
    void tcsHasAPriceAndTheLaneTrades() {
        redis.value(String.class)
                .set(
                        "market:last:NSE:TCS",
                        "{\"price\":\"100\",\"time\":\"" + Signals.TIME + "\",\"ordinal\":1,\"stream\":\"test-1\"}");
        state("ACTIVE");
        broker.unreadable(false);
    }

    @Test
    void anApprovalIsSentOnceAndToldStepByStep() {
        broker.treat("told", Treatment.FILL);
        var signal = new Signals(LANE, "told").next(Side.BUY, 10);

        assertThat(post(signal, Optional.empty())).isEqualTo(204);

        var order = awaitStatus(signal, "FILLED");
        assertThat(broker.arrived("told")).hasSize(1);
        assertThat(Ledger.rows("select status from order_transitions where order_id = ? order by version", order))
                .containsExactly(List.of("INTENDED"), List.of("SENDING"), List.of("SUBMITTED"), List.of("FILLED"));
        assertThat(Ledger.rows("select kind, reality, failure from orders where id = ?", order))
                .containsExactly(Arrays.asList("fake", "SIMULATED", null));
        assertThat(Ledger.rows("select trade_id, sequence, price::float8 from fills where order_id = ?", order))
                .containsExactly(List.of("t1", "1", "101"));
        assertThat(ids("zerodha.orders.submitted", order, 1)).containsExactly(order + "/v2");
        assertThat(ids("zerodha.orders.ack", order, 1)).containsExactly(order + "/v3");
        assertThat(ids("zerodha.orders.filled", order, 1)).containsExactly(order + "/v4");
    }

    @Test
    void whatIsDoneForAnOrderAfterItsApprovalBelongsToItsIdeasTraceAndIsTimed() {
        var before = Scrape.now();
        broker.treat("traced", Treatment.FILL);
        var signal = new Signals(LANE, "traced").next(Side.BUY, 10);
        var trace = Traceparent.of(signal.signal().id(), true);

        post(signal, Optional.empty());
        var order = awaitStatus(signal, "FILLED");

        assertThat(TopicReader.await("zerodha.orders.filled", 1, each -> header(each, "ce_id")
                        .equals(order + "/v4")))
                .extracting(each -> header(each, "traceparent"))
                .containsExactly(trace.toString());
        var asked = KeptSpans.ALL
                .await(
                        1,
                        span -> span.getName().equals("place at broker")
                                && span.getTraceId().equals(trace.traceId()))
                .getFirst();
        assertThat(asked.getParentSpanId()).isEqualTo(trace.spanId());
        assertThat(KeptSpans.said(asked, TraceKeys.OUTCOME)).isEqualTo("accepted");
        var answers = new String[] {"lane", LANE, "request", "place", "outcome", "accepted"};
        assertThat(Scrape.now().sum("panda_broker_answer_seconds_count", answers))
                .isGreaterThan(before.sum("panda_broker_answer_seconds_count", answers));
    }

    @Test
    void deliveredManyTimesAtOnceItReachesTheBrokerOnce() {
        var signal = new Signals(LANE, "many").next(Side.BUY, 10);
        var deliveries = IntStream.range(0, 12)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> post(signal, Optional.empty())))
                .toList();

        assertThat(deliveries).extracting(CompletableFuture::join).containsOnly(204);

        awaitStatus(signal, "SUBMITTED");
        assertThat(post(signal, Optional.empty())).isEqualTo(204);
        lanes.send(signal.broker());
        lanes.readAgain(signal.broker());
        assertThat(broker.arrived("many")).hasSize(1);
    }

    @Test
    void partialFillsAreBookedOnceEachHoweverOftenTheBookIsRead() {
        var signal = new Signals(LANE, "parts").next(Side.BUY, 10);
        post(signal, Optional.empty());
        var order = awaitStatus(signal, "SUBMITTED");

        broker.fill(broker.tag(order), Quantity.of(10), Quantity.of(4), "t1");
        awaitStatus(signal, "PARTIALLY_FILLED");
        lanes.readAgain(signal.broker());
        broker.fill(broker.tag(order), Quantity.of(10), Quantity.of(6), "t2");
        awaitStatus(signal, "FILLED");
        lanes.readAgain(signal.broker());

        assertThat(Ledger.rows("select trade_id, quantity::int from fills where order_id = ? order by sequence", order))
                .containsExactly(List.of("t1", "4"), List.of("t2", "6"));
        assertThat(ids("zerodha.orders.filled", order, 2)).containsExactly(order + "/v4", order + "/v5");
    }

    @Test
    void aCancellationByHandKeepsWhatWasFilled() {
        var signal = new Signals(LANE, "by-hand").next(Side.BUY, 10);
        post(signal, Optional.empty());
        var order = awaitStatus(signal, "SUBMITTED");

        broker.fill(broker.tag(order), Quantity.of(10), Quantity.of(4), "t1");
        broker.cancelByHand(broker.tag(order));

        awaitStatus(signal, "CANCELLED");
        assertThat(failure(order)).isEqualTo("ORDER_CANCELLED");
        assertThat(Ledger.rows("select words from placements where order_id = ?", order))
                .containsExactly(List.of("cancelled by hand"));
        assertThat(Ledger.count("select count(*) from fills where order_id = ?", order))
                .isOne();
    }

    @Test
    void aRefusalEndsTheOrderWithItsReasonAndTheBrokersWords() {
        broker.treat("refused", Treatment.REFUSE);
        var signal = new Signals(LANE, "refused").next(Side.BUY, 10);
        post(signal, Optional.empty());

        var order = awaitStatus(signal, "REJECTED");
        assertThat(failure(order)).isEqualTo("FUNDS_INSUFFICIENT");
        assertThat(Ledger.rows("select words from placements where order_id = ?", order))
                .containsExactly(List.of("5 rupees more are needed"));
        assertThat(ids("zerodha.orders.failed", order, 1)).containsExactly(order + "/v3");
    }

    @Test
    void anOrderWhoseAnswerIsLostIsFoundByItsTagAndNeverSentAgain() {
        broker.unreadable(true);
        broker.treat("lost-answer", Treatment.ACCEPT_AND_LOSE);
        var signal = new Signals(LANE, "lost-answer").next(Side.BUY, 10);
        post(signal, Optional.empty());
        awaitStatus(signal, "UNKNOWN");

        broker.unreadable(false);

        awaitStatus(signal, "SUBMITTED");
        assertThat(broker.arrived("lost-answer")).hasSize(1);
    }

    @Test
    void anOrderLostOnItsWayIsGivenUpAfterTheWindowAndTold() {
        broker.treat("lost-order", Treatment.LOSE);
        var signal = new Signals(LANE, "lost-order").next(Side.BUY, 10);
        post(signal, Optional.empty());

        var order = awaitStatus(signal, "FAILED");
        assertThat(failure(order)).isEqualTo("PLACEMENT_NOT_FOUND");
        assertThat(broker.arrived("lost-order")).hasSize(1);
        assertThat(alarms(order)).containsExactly("NEVER_ARRIVED");
    }

    @Test
    void anOrderGivenUpThatAppearsAfterAllIsReopenedBookedAndHaltsTheLane() {
        broker.treat("late", Treatment.LOSE);
        var signal = new Signals(LANE, "late").next(Side.BUY, 10);
        post(signal, Optional.empty());
        var order = awaitStatus(signal, "FAILED");

        broker.take(broker.tag(order));
        broker.fill(broker.tag(order), Quantity.of(10), Quantity.of(10), "t1");
        lanes.readAgain(signal.broker());

        awaitStatus(signal, "FILLED");
        assertThat(alarms(order)).containsExactlyInAnyOrder("NEVER_ARRIVED", "STILL_ALIVE");
        assertThat(Ledger.rows("select state, reason from trading_states where broker = ?", LANE))
                .containsExactly(List.of("HALTED", "STILL_ALIVE " + order));
    }

    /// Two trades more than was asked, the first with the order's last and the other long after it was filled.
    @Test
    void whatTheBrokerFillsBeyondWhatWasAskedIsBookedOnceToldAndHaltsTheLane() {
        var signal = new Signals(LANE, "beyond").next(Side.BUY, 10);
        post(signal, Optional.empty());
        var order = awaitStatus(signal, "SUBMITTED");

        broker.fill(broker.tag(order), Quantity.of(10), Quantity.of(12), "t1");
        awaitStatus(signal, "FILLED");
        assertThat(Ledger.rows("select state, reason from trading_states where broker = ?", LANE))
                .containsExactly(List.of("HALTED", "OVERFILLED " + order));
        broker.fill(broker.tag(order), Quantity.of(10), Quantity.of(3), "t2");
        lanes.readAgain(signal.broker());
        Await.until("the late trade is booked", () -> fills(order).size() == 2);
        lanes.readAgain(signal.broker());
        broker.fill(broker.tag(order), Quantity.of(10), Quantity.of(1), "t3");
        lanes.readAgain(signal.broker());
        Await.until("the last trade is booked", () -> fills(order).size() == 3);

        assertThat(fills(order))
                .containsExactly(List.of("t1", "12", "1"), List.of("t2", "3", "2"), List.of("t3", "1", "3"));
        assertThat(Ledger.rows("select status, filled_quantity::int, version from orders where id = ?", order))
                .containsExactly(List.of("FILLED", "16", "6"));
        assertThat(alarms(order)).containsExactly("OVERFILLED");
        assertThat(ids("zerodha.orders.filled", order, 3)).containsExactly(order + "/v4", order + "/v5", order + "/v6");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = ".*_CANCELLATION")
    void aSenderThatDiesAtAnyStepLeavesNeitherTwoOrdersNorNone(DeskStep step) {
        var strategy = "dies-" + step.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        broker.treat(strategy, Treatment.FILL);
        var signal = new Signals(LANE, strategy).next(Side.BUY, 10);
        desk.dieAt(step, Ids.order(signal.id(), 1));

        post(signal, Optional.empty());

        // Before the broker it is written down as sending and never sent: lost, and given up for it.
        awaitStatus(signal, step == DeskStep.BEFORE_THE_BROKER ? "FAILED" : "FILLED");
        assertThat(broker.arrived(strategy)).hasSize(step == DeskStep.BEFORE_THE_BROKER ? 0 : 1);
    }

    @Test
    void aSenderThatWakesUpLateSendsNothing() {
        var signal = new Signals(LANE, "sleeps").next(Side.BUY, 10);
        desk.pauseAt(DeskStep.BEFORE_THE_BROKER, Ids.order(signal.id(), 1), Duration.ofSeconds(4));

        post(signal, Optional.empty());

        var order = awaitStatus(signal, "FAILED");
        assertThat(failure(order)).isEqualTo("SEND_TOO_LATE");
        assertThat(broker.arrived("sleeps")).isEmpty();
    }

    @Test
    void anOrderWaitsWhileWhatBecameOfTheOneBeforeItIsNotKnown() {
        broker.unreadable(true);
        broker.treat("behind", Treatment.ACCEPT_AND_LOSE);
        var signals = new Signals(LANE, "behind");
        var first = signals.next(Side.BUY, 10);
        var second = signals.next(Side.SELL, 10);
        post(first, Optional.empty());
        awaitStatus(first, "UNKNOWN");
        post(second, Optional.of(Ids.validated(first.id())));
        var other = new Signals(LANE, "not-behind").next(Side.BUY, 1);
        post(other, Optional.empty());

        awaitStatus(other, "SUBMITTED");
        assertThat(broker.arrived("behind")).hasSize(1);

        broker.unreadable(false);
        awaitStatus(second, "SUBMITTED");
        assertThat(broker.arrived("behind")).extracting(each -> each.side()).containsExactly(Side.BUY, Side.SELL);
    }

    @Test
    void aHaltedLaneSendsNothingAndAReducingOneOnlyExits() {
        broker.treat("exits", Treatment.FILL);
        var signals = new Signals(LANE, "exits");
        var entry = signals.next(Side.BUY, 10);
        post(entry, Optional.empty());
        awaitStatus(entry, "FILLED");

        state("HALTED");
        var halted = signals.next(Side.SELL, 4);
        post(halted, Optional.of(Ids.validated(entry.id())));
        assertThat(failure(awaitStatus(halted, "FAILED"))).isEqualTo("TRADING_HALTED");

        state("REDUCING");
        var more = signals.next(Side.BUY, 1);
        post(more, Optional.of(Ids.validated(halted.id())));
        assertThat(failure(awaitStatus(more, "FAILED"))).isEqualTo("TRADING_REDUCING");
        var exit = signals.next(Side.SELL, 10);
        post(exit, Optional.of(Ids.validated(more.id())));
        awaitStatus(exit, "FILLED");

        assertThat(broker.arrived("exits")).hasSize(2);
    }

    @Test
    void anOrderTooLateByTheWallsClockIsNotSent() {
        var signal = new Signals("zerodha-2", "yesterday").next(Side.BUY, 10);
        post(signal, Optional.empty());

        assertThat(failure(awaitStatus(signal, "EXPIRED"))).isEqualTo("SIGNAL_EXPIRED");
        assertThat(FakeBroker.of("zerodha-2").arrived("yesterday")).isEmpty();
    }

    private static void state(String state) {
        Ledger.rows(
                "insert into trading_states (broker, state, version, reason, changed_by) values (?, ?, 1, 'test', 'test')"
                        + " on conflict (broker, strategy) do update set state = excluded.state",
                LANE,
                state);
    }

    private static String awaitStatus(LaneSignal signal, String status) {
        var order = Ids.order(signal.id(), 1);
        Await.until(
                "order " + order + " is " + status, () -> Ledger.rows("select status from orders where id = ?", order)
                        .equals(List.of(List.of(status))));
        return order;
    }

    private static String failure(String order) {
        return Ledger.rows("select failure from orders where id = ?", order)
                .getFirst()
                .getFirst();
    }

    private static List<List<String>> fills(String order) {
        return Ledger.rows(
                "select trade_id, quantity::int, sequence from fills where order_id = ? order by sequence", order);
    }

    private static List<String> alarms(String order) {
        return Ledger.rows("select code from alarms where subject = ? order by id", order).stream()
                .map(List::getFirst)
                .toList();
    }

    private static List<String> ids(String topic, String order, int count) {
        return TopicReader.await(topic, count, record -> header(record, "ce_id").startsWith(order + "/")).stream()
                .map(record -> header(record, "ce_id"))
                .toList();
    }

    private static int post(LaneSignal signal, Optional<String> follows) {
        return Door.post(
                Door.headers(
                        EventType.SIGNAL_VALIDATED,
                        Ids.validated(signal.id()),
                        signal.broker().name(),
                        Topics.signalsValidated(signal.broker()),
                        signal.signal().partitionKey(),
                        signal.signal().id(),
                        signal.signal().referenceTime()),
                Door.json(new SignalValidated(signal, List.of(), follows)));
    }
}
