package io.alphapanda.engine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.event.SignalValidated;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.placement.Answer;
import io.alphapanda.domain.signal.LaneSignal;
import io.alphapanda.engine.live.FakeBroker.Treatment;
import io.alphapanda.stage.testing.Await;
import io.alphapanda.stage.testing.Door;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.Ledger;
import io.alphapanda.stage.testing.Signals;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The clock on the wall is set by ten minutes while a live order is somewhere on its way.
@QuarkusTest
@QuarkusTestResource(House.class)
@TestProfile(LiveLaneTest.LiveLanesOn.class)
class ClockStepsTest {

    private static final String LANE = "zerodha";

    /// This one tells the time by the wall.
    private static final String WALL = "zerodha-2";

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    @Inject
    RedisDataSource redis;

    @Inject
    TroubledDesk desk;

    @Inject
    LiveLanes lanes;

    private final FakeBroker broker = FakeBroker.of(LANE);

    @BeforeEach
    void tcsHasAPriceAndTheClockIsRight() {
        var now = Instant.now();
        assumeThat(broker.bookDay(now.plus(TEN_MINUTES)))
                .as("another day's book is another matter")
                .isEqualTo(broker.bookDay(now.minus(TEN_MINUTES)));
        redis.value(String.class)
                .set(
                        "market:last:NSE:TCS",
                        "{\"price\":\"100\",\"time\":\"" + Signals.TIME + "\",\"ordinal\":1,\"stream\":\"test-1\"}");
        broker.unreadable(false);
        clockIsRightAndNobodyHalted();
    }

    @AfterEach
    void clockIsRightAndNobodyHalted() {
        SetClock.right();
        broker.answersInTime();
        TradingStatesForgotten.everywhere();
        Ledger.rows("update alarms set resolved_at = now() where resolved_at is null");
    }

    @Test
    void setForwardItGivesUpNoOrderBeforeItsWindowWasListenedTo() {
        broker.treat("forward", Treatment.LOSE);
        var signal = new Signals(LANE, "forward").next(Side.BUY, 10);
        post(signal);
        var order = awaitStatus(signal, "UNKNOWN");

        SetClock.set(TEN_MINUTES);
        Await.until("it was looked for oftener than is needed", () -> silence(order) >= 4);
        assertThat(status(order)).isEqualTo("UNKNOWN");
        broker.take(broker.tag(order));
        lanes.readAgain(signal.broker());

        awaitStatus(signal, "SUBMITTED");
        assertThat(Ledger.rows("select code from alarms where subject = ?", order))
                .isEmpty();
    }

    @Test
    void setBackItLetsNoOrderLeaveLate() {
        var signal = new Signals(LANE, "back").next(Side.BUY, 10);
        var order = Ids.order(signal.id(), 1);
        desk.pauseAt(DeskStep.BEFORE_THE_BROKER, order, Duration.ofMillis(1_500));
        post(signal);
        awaitStatus(signal, "SENDING");

        SetClock.set(TEN_MINUTES.negated());

        awaitStatus(signal, "FAILED");
        assertThat(Ledger.rows("select failure from orders where id = ?", order))
                .containsExactly(List.of("SEND_TOO_LATE"));
        assertThat(broker.arrived("back")).isEmpty();
    }

    /// It is watched for three times as long as one takes that waits for nothing; the answer may take longer.
    @Test
    void setForwardItAcknowledgesNoHaltWhileAnAnswerMayComeIn() {
        long began = System.nanoTime();
        assertThat(halt()).isEqualTo(200);
        long waitingForNothing = System.nanoTime() - began;
        TradingStatesForgotten.everywhere();

        broker.answersWithin(TEN_MINUTES.dividedBy(2));
        var answer = new CompletableFuture<Answer>();
        broker.treat("answers-late", (_, _, _) -> Uni.createFrom().completionStage(answer));
        var signal = new Signals(LANE, "answers-late").next(Side.BUY, 10);
        post(signal);
        Await.until("it has arrived", () -> !broker.arrived("answers-late").isEmpty());

        SetClock.set(TEN_MINUTES);
        var halted = CompletableFuture.supplyAsync(ClockStepsTest::halt);
        Await.until("the state is written", () -> !Ledger.rows("select 1 from trading_states where broker = ?", LANE)
                .isEmpty());
        LockSupport.parkNanos(3 * waitingForNothing);

        assertThat(halted).isNotDone();
        answer.complete(new Answer.Accepted(broker.take(broker.tag(Ids.order(signal.id(), 1)))));
        assertThat(halted.join()).isEqualTo(200);
    }

    @Test
    void setBackItPutsNoCancellationOff() {
        var signal = new Signals(LANE, "halted-entry").next(Side.BUY, 10);
        post(signal);
        var order = awaitStatus(signal, "SUBMITTED");

        SetClock.set(TEN_MINUTES.negated());
        Ledger.rows(
                "insert into trading_states (broker, state, version, reason, changed_by) values (?, 'HALTED', 1, 'test',"
                        + " 'test') on conflict (broker, strategy) do update set state = excluded.state",
                LANE);

        awaitStatus(signal, "CANCELLED");
        assertThat(broker.cancellations(broker.tag(order))).isOne();
    }

    /// What the wall says of a signal made just now, and so of every one that comes until the clock is right again.
    @ParameterizedTest(name = "set by {0}: {2}")
    @CsvSource({
        "PT0S,   on-time,    SUBMITTED, ",
        "PT10M,  set-forward, EXPIRED,  SIGNAL_EXPIRED",
        "PT-10M, set-back,    FAILED,   CLOCK_SKEWED",
    })
    void inALaneThatGoesByTheWallItSendsNothingOldAndNothingOfTheFuture(
            Duration step, String strategy, String status, String failure) {
        SetClock.set(
                Duration.between(Instant.now(), Signals.TIME.plusSeconds(1)).plus(step));
        var signal = new Signals(WALL, strategy).next(Side.BUY, 10);
        post(signal);

        var order = awaitStatus(signal, status);
        assertThat(Ledger.rows("select coalesce(failure, '') from orders where id = ?", order))
                .containsExactly(List.of(Optional.ofNullable(failure).orElse("")));
        assertThat(FakeBroker.of(WALL).arrived(strategy)).hasSize(failure == null ? 1 : 0);
    }

    private static int halt() {
        return RestAssured.given()
                .contentType("application/json")
                .body("{\"state\":\"HALTED\",\"reason\":\"drill\",\"by\":\"test\"}")
                .put("/brokers/" + LANE + "/trading-state")
                .statusCode();
    }

    private static int silence(String order) {
        return Integer.parseInt(Ledger.rows("select silence from placements where order_id = ?", order)
                .getFirst()
                .getFirst());
    }

    private static String status(String order) {
        return Ledger.rows("select status from orders where id = ?", order).stream()
                .map(List::getFirst)
                .findFirst()
                .orElse("");
    }

    private static String awaitStatus(LaneSignal signal, String status) {
        var order = Ids.order(signal.id(), 1);
        Await.until("order " + order + " is " + status, () -> status(order).equals(status));
        return order;
    }

    private static void post(LaneSignal signal) {
        assertThat(Door.post(
                        Door.headers(
                                EventType.SIGNAL_VALIDATED,
                                Ids.validated(signal.id()),
                                signal.broker().name(),
                                Topics.signalsValidated(signal.broker()),
                                signal.signal().partitionKey(),
                                signal.signal().id(),
                                signal.signal().referenceTime()),
                        Door.json(new SignalValidated(signal, List.of(), Optional.empty()))))
                .isEqualTo(204);
    }
}
