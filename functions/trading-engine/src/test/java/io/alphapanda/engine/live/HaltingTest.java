package io.alphapanda.engine.live;

import static io.alphapanda.stage.testing.TopicReader.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.event.SignalValidated;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.placement.CancelAnswer;
import io.alphapanda.domain.signal.LaneSignal;
import io.alphapanda.engine.live.FakeBroker.Treatment;
import io.alphapanda.stage.testing.Await;
import io.alphapanda.stage.testing.Door;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.Ledger;
import io.alphapanda.stage.testing.Signals;
import io.alphapanda.stage.testing.TopicReader;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What a halt does to orders that work already: entries end, what makes a position smaller stays.
@QuarkusTest
@QuarkusTestResource(House.class)
@TestProfile(LiveLaneTest.LiveLanesOn.class)
class HaltingTest {

    private static final String LANE = "zerodha";
    private static final String HOUSE = "/trading-state";

    @Inject
    RedisDataSource redis;

    @Inject
    TroubledDesk desk;

    @Inject
    HaltedEntries halted;

    private final FakeBroker broker = FakeBroker.of(LANE);

    @BeforeEach
    void tcsHasAPriceAndNobodyIsHalted() {
        redis.value(String.class)
                .set(
                        "market:last:NSE:TCS",
                        "{\"price\":\"100\",\"time\":\"" + Signals.TIME + "\",\"ordinal\":1,\"stream\":\"test-1\"}");
        broker.unreadable(false);
        nobodyIsHalted();
    }

    @AfterEach
    void nobodyIsHalted() {
        TradingStatesForgotten.everywhere();
        Ledger.rows("update alarms set resolved_at = now() where resolved_at is null");
    }

    @Test
    void aHaltCancelsTheWorkingEntryAndTheStopStays() {
        broker.treat("protected", Treatment.FILL);
        var signals = new Signals(LANE, "protected");
        var filled = signals.next(Side.BUY, 10);
        post(filled);
        await(filled, "FILLED");
        broker.treat("protected", Treatment.ACCEPT);
        var stop = signals.next(Side.SELL, 10);
        post(stop, filled);
        await(stop, "SUBMITTED");
        var entry = working("entering");

        var answer = put(lane(LANE), "{\"state\":\"HALTED\",\"reason\":\"drill\",\"by\":\"test\"}");

        assertThat(answer.getBoolean("acknowledged")).isTrue();
        assertThat(answer.getList("cancelling")).contains(order(entry)).doesNotContain(order(stop));
        await(entry, "CANCELLED");
        assertThat(failure(entry)).isEqualTo("HALT_CANCELLED");
        TopicReader.await(
                "zerodha.orders.failed", 1, record -> header(record, "ce_id").startsWith(order(entry)));
        assertThat(broker.cancellations(tag(stop))).isZero();
        assertThat(status(stop)).isEqualTo("SUBMITTED");
        Await.until("nothing is being cancelled any more", () -> RestAssured.get(lane(LANE))
                .jsonPath()
                .getList("cancelling")
                .isEmpty());
    }

    @Test
    void whatFillsWhileTheCancellationIsOnItsWayIsBooked() {
        var whole = working("filled-first");
        broker.onCancel((fake, id) -> {
            fake.fill(tag(whole), Quantity.of(10), Quantity.of(10), "t1");
            return new CancelAnswer.Refused("cancel sent for already complete order");
        });

        halt(LANE, "filled-first");

        await(whole, "FILLED");
        assertThat(Ledger.count("select count(*) from fills where order_id = ?", order(whole)))
                .isOne();
    }

    @Test
    void aPartThatFillsWhileTheCancellationIsOnItsWayIsKept() {
        var part = working("partly-first");
        broker.onCancel((fake, id) -> {
            fake.fill(tag(part), Quantity.of(10), Quantity.of(4), "t1");
            return fake.end(id);
        });

        halt(LANE, "partly-first");

        await(part, "CANCELLED");
        assertThat(failure(part)).isEqualTo("HALT_CANCELLED");
        assertThat(Ledger.rows("select quantity::int from fills where order_id = ?", order(part)))
                .containsExactly(List.of("4"));
    }

    @Test
    void aCancellationWithoutAnAnswerIsAskedForUntilTheOrderHasEnded() {
        var entry = working("unheard");
        broker.onCancel((_, _) -> new CancelAnswer.Unclear("read timed out"));

        halt(LANE, "unheard");

        await(entry, "CANCELLED");
        assertThat(broker.cancellations(tag(entry))).isEqualTo(2);
        assertThat(Ledger.rows("select attempts from cancellations where order_id = ?", order(entry)))
                .containsExactly(List.of("2"));
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE_THE_CANCELLATION", "AFTER_THE_CANCELLATION"})
    void aProcessThatDiesOverACancellationLeavesItToBeAskedForAgain(DeskStep step) {
        var entry =
                working("dies-" + step.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        desk.dieAt(step, order(entry));

        halt(LANE, strategy(entry));

        await(entry, "CANCELLED");
        assertThat(broker.cancellations(tag(entry))).isOne();
    }

    @Test
    void aHaltThatIsGivenTwiceEndsTheOrderOnce() {
        var entry = working("twice");

        halt(LANE, "twice");
        halt(LANE, "twice");
        halted.look(entry.broker());

        await(entry, "CANCELLED");
        assertThat(Ledger.rows(
                        "select status from order_transitions where order_id = ? order by version", order(entry)))
                .containsExactly(List.of("INTENDED"), List.of("SENDING"), List.of("SUBMITTED"), List.of("CANCELLED"));
    }

    @Test
    void whoResumesBringsNothingBack() {
        var entry = working("resumed");
        broker.onCancel((_, _) -> new CancelAnswer.Unclear("read timed out"));

        halt(LANE, "resumed");
        put(lane(LANE), "{\"state\":\"ACTIVE\",\"strategy\":\"resumed\",\"reason\":\"over\",\"by\":\"test\"}");

        await(entry, "CANCELLED");
        assertThat(failure(entry)).isEqualTo("HALT_CANCELLED");
        assertThat(broker.arrived("resumed")).hasSize(1);
    }

    @Test
    void anOrderThatIsNotKnownIsNamedAndCancelledWhenItAppears() {
        broker.unreadable(true);
        broker.treat("appears", Treatment.ACCEPT_AND_LOSE);
        var entry = new Signals(LANE, "appears").next(Side.BUY, 10);
        post(entry);
        await(entry, "UNKNOWN");

        var answer = halt(LANE, "appears");

        assertThat(answer.getList("unknown")).contains(order(entry));
        assertThat(answer.getList("cancelling")).doesNotContain(order(entry));
        assertThat(broker.cancellations(tag(entry))).isZero();
        broker.unreadable(false);
        await(entry, "CANCELLED");
        assertThat(failure(entry)).isEqualTo("HALT_CANCELLED");
    }

    @Test
    void anEntryThatWorksOnIsToldOfAtLast() {
        var entry = working("stubborn");
        broker.onCancel((_, _) -> new CancelAnswer.Refused("not now"));
        broker.onCancel((_, _) -> new CancelAnswer.Refused("not now"));
        halt(LANE, "stubborn");
        Await.until("it was asked for", () -> broker.cancellations(tag(entry)) == 1);

        Ledger.rows("update cancellations set attempts = 4, next_at = now() where order_id = ?", order(entry));

        Await.until("somebody is told", () -> Ledger.rows("select code from alarms where subject = ?", order(entry))
                .equals(List.of(List.of("CANCELLATION_NOT_HEEDED"))));
        Ledger.rows("update cancellations set next_at = now() where order_id = ?", order(entry));
        await(entry, "CANCELLED");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "/brokers/zerodha/trading-state, '',      true,  true,  false",
        "/brokers/zerodha/trading-state, scoped,  true,  false, false",
        "/trading-state,                 scoped,  true,  false, true",
        "/trading-state,                 '',      true,  true,  true",
    })
    void aHaltReachesItsScopeAndNoFurther(
            String door, String strategy, boolean scoped, boolean neighbour, boolean otherLane) {
        var name = "scoped" + Long.toHexString(System.nanoTime());
        var mine = working(name);
        var next = working(name + "-neighbour");
        redis.value(String.class).getdel("market:last:NSE:INFY");
        var elsewhere = new Signals("paper", name, "NSE:INFY").next(Side.BUY, 10);
        post(elsewhere);

        var answer = put(
                door,
                "{\"state\":\"HALTED\",\"reason\":\"drill\",\"by\":\"test\""
                        + (strategy.isEmpty() ? "" : ",\"strategy\":\"" + name + "\"") + "}");

        assertThat(answer.getBoolean("acknowledged")).isTrue();
        expect(mine, scoped, "SUBMITTED");
        expect(next, neighbour, "SUBMITTED");
        expect(elsewhere, otherLane, "INTENDED");
        var later = new Signals(LANE, name + "-later").next(Side.BUY, 1);
        post(later);
        await(later, strategy.isEmpty() ? "FAILED" : "SUBMITTED");
        Ledger.rows("update orders set waits_for_price = false where id = ?", order(elsewhere));
    }

    private static void expect(LaneSignal order, boolean ends, String otherwise) {
        if (ends) {
            await(order, "CANCELLED");
            assertThat(failure(order)).isEqualTo("HALT_CANCELLED");
        } else {
            assertThat(status(order)).isEqualTo(otherwise);
            assertThat(Ledger.count("select count(*) from cancellations where order_id = ?", order(order)))
                    .isZero();
        }
    }

    @Test
    void everyLaneAnswersToTheHousesHalt() {
        var answer = put(HOUSE, "{\"state\":\"HALTED\",\"reason\":\"drill\",\"by\":\"test\"}");

        assertThat(answer.getList("lanes.broker")).containsExactly("paper", "zerodha", "zerodha-2");
        assertThat(answer.getList("lanes.acknowledged")).containsOnly(true);
        assertThat(answer.getString("lanes[0].states[0].broker")).isEqualTo("*");
        assertThat(RestAssured.get(HOUSE).jsonPath().getString("states[0].state"))
                .isEqualTo("HALTED");

        put(lane(LANE), "{\"state\":\"ACTIVE\",\"reason\":\"mine\",\"by\":\"test\"}");
        var refused = new Signals(LANE, "house-halted").next(Side.BUY, 1);
        post(refused);
        await(refused, "FAILED");
        assertThat(failure(refused)).isEqualTo("TRADING_HALTED");
    }

    @Test
    void alarmsAreResolvedLaneByLane() {
        var answer = RestAssured.given()
                .contentType("application/json")
                .body("{\"state\":\"ACTIVE\",\"reason\":\"r\",\"by\":\"b\",\"resolveAlarms\":true}")
                .put(HOUSE);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("detail"))
                .isEqualTo("resolveAlarms is true and must be false for every lane;"
                        + " resolve each broker's alarms by itself");
    }

    /// What has no price yet rests in the house; what makes a position smaller is left to its price.
    @Test
    void aRestingPaperEntryEndsAndAnExitStays() {
        redis.value(String.class).getdel("market:last:NSE:INFY");
        Ledger.rows("insert into positions (broker, strategy, instrument, quantity, cost, realized_pnl, fees, sequence)"
                + " values ('paper', 'resting-exit', 'NSE:INFY', 10, 1000, 0, 0, 1) on conflict do nothing");
        var entry = new Signals("paper", "resting-entry", "NSE:INFY").next(Side.BUY, 10);
        var exit = new Signals("paper", "resting-exit", "NSE:INFY").next(Side.SELL, 10);
        post(entry);
        post(exit);

        var answer = put(lane("paper"), "{\"state\":\"HALTED\",\"reason\":\"drill\",\"by\":\"test\"}");

        assertThat(answer.getList("cancelling")).contains(order(entry)).doesNotContain(order(exit));
        await(entry, "CANCELLED");
        assertThat(failure(entry)).isEqualTo("HALT_CANCELLED");
        TopicReader.await(
                "paper.orders.failed", 1, record -> header(record, "ce_id").startsWith(order(entry)));
        assertThat(status(exit)).isEqualTo("INTENDED");
        Ledger.rows("update orders set waits_for_price = false where id = ?", order(exit));
    }

    @Test
    void aChangeIsToldWithItsVersion() {
        var strategy = "told" + Long.toHexString(System.nanoTime());
        halt(LANE, strategy);
        put(lane(LANE), "{\"state\":\"ACTIVE\",\"strategy\":\"" + strategy + "\",\"reason\":\"over\",\"by\":\"test\"}");

        // At least once, so each is looked for by its id.
        var id = "trading-state/zerodha:" + strategy;
        var told = Stream.of("/v1", "/v2")
                .map(version -> TopicReader.await(Topics.TRADING_STATE, 1, record -> header(record, "ce_id")
                                .equals(id + version))
                        .getFirst())
                .toList();

        assertThat(told).allMatch(record -> LANE.concat(":" + strategy).equals(record.key()));
        assertThat(told).extracting(record -> header(record, "ce_broker")).containsOnly("");
        var data = new JsonPath(new String(told.getFirst().value(), java.nio.charset.StandardCharsets.UTF_8));
        assertThat(data.getString("state")).isEqualTo("HALTED");
        assertThat(data.getInt("version")).isEqualTo(1);
        assertThat(data.getString("scope.strategy")).isEqualTo(strategy);
    }

    /// An order that had ended is alive: nobody has given a command.
    @Test
    void aHaltByAnAlarmIsToldAndCancelsToo() {
        broker.treat("alarming", Treatment.LOSE);
        var lost = new Signals(LANE, "alarming").next(Side.BUY, 10);
        post(lost);
        await(lost, "FAILED");
        var entry = working("beside-alarming");

        broker.take(tag(lost));

        await(entry, "CANCELLED");
        await(lost, "CANCELLED");
        TopicReader.await(
                Topics.TRADING_STATE, 1, record -> new String(record.value(), java.nio.charset.StandardCharsets.UTF_8)
                        .contains("STILL_ALIVE " + order(lost)));
    }

    private LaneSignal working(String strategy) {
        var entry = new Signals(LANE, strategy).next(Side.BUY, 10);
        post(entry);
        await(entry, "SUBMITTED");
        return entry;
    }

    private static JsonPath halt(String lane, String strategy) {
        return put(
                lane(lane),
                "{\"state\":\"HALTED\",\"strategy\":\"" + strategy + "\",\"reason\":\"drill\",\"by\":\"test\"}");
    }

    private static JsonPath put(String door, String body) {
        var answer =
                RestAssured.given().contentType("application/json").body(body).put(door);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    private static String lane(String broker) {
        return "/brokers/" + broker + "/trading-state";
    }

    private static String strategy(LaneSignal signal) {
        return signal.signal().strategy().value();
    }

    private static String order(LaneSignal signal) {
        return Ids.order(signal.id(), 1);
    }

    private String tag(LaneSignal signal) {
        return broker.tag(order(signal));
    }

    private static void await(LaneSignal signal, String status) {
        Await.until(order(signal) + " is " + status, () -> status(signal).equals(status));
    }

    private static String status(LaneSignal signal) {
        return column("status", signal);
    }

    private static String failure(LaneSignal signal) {
        return column("failure", signal);
    }

    private static String column(String name, LaneSignal signal) {
        return Ledger.rows("select coalesce(" + name + ", '') from orders where id = ?", order(signal)).stream()
                .map(List::getFirst)
                .findFirst()
                .orElse("");
    }

    private static void post(LaneSignal signal) {
        post(signal, Optional.empty());
    }

    private static void post(LaneSignal signal, LaneSignal before) {
        post(signal, Optional.of(Ids.validated(before.id())));
    }

    private static void post(LaneSignal signal, Optional<String> follows) {
        assertThat(Door.post(
                        Door.headers(
                                EventType.SIGNAL_VALIDATED,
                                Ids.validated(signal.id()),
                                signal.broker().name(),
                                Topics.signalsValidated(signal.broker()),
                                signal.signal().partitionKey(),
                                signal.signal().id(),
                                signal.signal().referenceTime()),
                        Door.json(new SignalValidated(signal, List.of(), follows))))
                .isEqualTo(204);
    }
}
