package io.alphapanda.engine.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.event.SignalValidated;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.placement.Answer;
import io.alphapanda.domain.signal.LaneSignal;
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
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A person halts and resumes: after the acknowledgement nothing that is forbidden reaches the broker.
@QuarkusTest
@QuarkusTestResource(House.class)
@TestProfile(LiveLaneTest.LiveLanesOn.class)
class KillSwitchTest {

    private static final String LANE = "zerodha";

    @Inject
    RedisDataSource redis;

    @Inject
    TroubledDesk desk;

    private final FakeBroker broker = FakeBroker.of(LANE);

    @BeforeEach
    void tcsHasAPriceAndTheBookCanBeRead() {
        redis.value(String.class)
                .set(
                        "market:last:NSE:TCS",
                        "{\"price\":\"100\",\"time\":\"" + Signals.TIME + "\",\"ordinal\":1,\"stream\":\"test-1\"}");
        broker.unreadable(false);
        nobodyHasSaidAnything();
    }

    @AfterEach
    void nobodyHasSaidAnything() {
        TradingStatesForgotten.everywhere();
        Ledger.rows("update alarms set resolved_at = now() where resolved_at is null");
    }

    /// Orders stand everywhere between approval and socket when the halt comes. Each is held up there
    /// for a while of its own, so that an acknowledgement that did not wait for them would be overtaken by one.
    @RepeatedTest(6)
    void afterAHaltIsAcknowledgedNoOrderReachesTheBroker() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var approved = new ArrayList<LaneSignal>();
        var posted = new ArrayList<CompletableFuture<Integer>>();
        CompletableFuture<Integer> halted;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 12; i++) {
                var signal = new Signals(LANE, "kill-" + Long.toHexString(seed) + "-" + i).next(Side.BUY, 1);
                desk.pauseAt(
                        DeskStep.BEFORE_THE_BROKER,
                        Ids.order(signal.id(), 1),
                        Duration.ofMillis(1 + random.nextInt(400)));
                approved.add(signal);
            }
            approved.forEach(signal -> posted.add(CompletableFuture.supplyAsync(() -> post(signal), threads)));
            LockSupport.parkNanos(Duration.ofMillis(random.nextInt(600)).toNanos());
            halted = CompletableFuture.supplyAsync(
                    () -> put(LANE, "{\"state\":\"HALTED\",\"reason\":\"drill\",\"by\":\"test\"}")
                                            .statusCode()
                                    == 200
                            ? arrived(approved)
                            : -1,
                    threads);
        }
        assertThat(posted).extracting(CompletableFuture::join).containsOnly(204);

        approved.forEach(signal -> Await.until(
                "order of " + signal.id() + " is decided, seed " + seed,
                () -> List.of("CANCELLED", "FAILED").contains(status(signal))));

        assertThat(arrived(approved))
                .as("reached the broker after the acknowledgement, seed %s", seed)
                .isEqualTo(halted.join());
        assertThat(approved.stream().filter(each -> status(each).equals("CANCELLED")))
                .as("no order that reached it is taken for refused, seed %s", seed)
                .hasSize(halted.join());
    }

    /// Also shows what the waiting is for: when the state is already written an order is still on its way.
    @Test
    void aHaltWaitsForTheOrderThatIsBeingSent() {
        var signal = new Signals(LANE, "on-its-way").next(Side.BUY, 1);
        desk.pauseAt(DeskStep.BEFORE_THE_BROKER, Ids.order(signal.id(), 1), Duration.ofMillis(600));
        post(signal);
        Await.until("it is being sent", () -> status(signal).equals("SENDING"));

        var halted = CompletableFuture.supplyAsync(() -> {
            var answer = put(LANE, "{\"state\":\"HALTED\",\"reason\":\"drill\",\"by\":\"test\"}");
            return answer.statusCode() + " " + broker.arrived("on-its-way").size();
        });
        Await.until("the state is written", () -> state(LANE, "").equals(List.of("HALTED")));
        int before = broker.arrived("on-its-way").size();

        assertThat(before).as("arrived when the state was written").isZero();
        assertThat(halted.join()).isEqualTo("200 1");
    }

    @Test
    void anOrderWhoseAnswerDoesNotComeInTimeIsNamedAsUnknown() {
        broker.unreadable(true);
        broker.treat("mute", (_, _, _) -> Uni.createFrom()
                .item((Answer) new Answer.Unclear("nothing for long"))
                .onItem()
                .delayIt()
                .by(Duration.ofSeconds(6)));
        var signal = new Signals(LANE, "mute").next(Side.BUY, 1);
        post(signal);
        Await.until("it has arrived", () -> broker.arrived("mute").size() == 1);

        var answer = put(LANE, "{\"state\":\"HALTED\",\"reason\":\"drill\",\"by\":\"test\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getList("unknown")).contains(Ids.order(signal.id(), 1));
        assertThat(answer.jsonPath().getList("sending")).isEmpty();
        broker.unreadable(false);
        Await.until("it is settled", () -> status(signal).equals("FAILED"));
    }

    @Test
    void aHaltedStrategyDoesNotStopItsNeighbour() {
        var answer = put(LANE, "{\"state\":\"HALTED\",\"strategy\":\"stopped\",\"reason\":\"drill\",\"by\":\"test\"}");
        assertThat(answer.statusCode()).isEqualTo(200);

        var stopped = new Signals(LANE, "stopped").next(Side.BUY, 1);
        var neighbour = new Signals(LANE, "not-stopped").next(Side.BUY, 1);
        post(stopped);
        post(neighbour);

        Await.until("the neighbour trades", () -> status(neighbour).equals("SUBMITTED"));
        Await.until("the other does not", () -> status(stopped).equals("FAILED"));
        assertThat(failure(stopped)).isEqualTo("TRADING_HALTED");
    }

    @Test
    void paperObeysToo() {
        var signals = new Signals("paper", "on-paper");
        var entry = signals.next(Side.BUY, 10);
        post(entry);
        assertThat(status(entry)).isEqualTo("FILLED");

        put("paper", "{\"state\":\"REDUCING\",\"reason\":\"drill\",\"by\":\"test\"}");
        var more = signals.next(Side.BUY, 1);
        post(more, entry);
        assertThat(failure(more)).isEqualTo("TRADING_REDUCING");
        var turn = signals.next(Side.SELL, 11);
        post(turn, more);
        assertThat(failure(turn)).isEqualTo("TRADING_REDUCING");
        var exit = signals.next(Side.SELL, 10);
        post(exit, turn);
        assertThat(status(exit)).isEqualTo("FILLED");

        put("paper", "{\"state\":\"HALTED\",\"reason\":\"drill\",\"by\":\"test\"}");
        var halted = signals.next(Side.BUY, 1);
        post(halted, exit);
        assertThat(failure(halted)).isEqualTo("TRADING_HALTED");

        put("paper", "{\"state\":\"ACTIVE\",\"reason\":\"drill is over\",\"by\":\"test\"}");
        var again = signals.next(Side.BUY, 1);
        post(again, halted);
        assertThat(status(again)).isEqualTo("FILLED");
    }

    @Test
    void whoResumesIsToldWhatAlarmsStandAndResolvesThemOnlyWhenTheySaySo() {
        Ledger.rows(
                "insert into alarms (broker, code, subject, words, halted) values (?, 'STILL_ALIVE', 'o-1', 'w', true)",
                LANE);
        put(LANE, "{\"state\":\"HALTED\",\"reason\":\"drill\",\"by\":\"test\"}");

        var resumed = put(LANE, "{\"state\":\"ACTIVE\",\"reason\":\"looked\",\"by\":\"test\"}")
                .jsonPath();
        assertThat(resumed.getString("state")).isEqualTo("ACTIVE");
        assertThat(resumed.getInt("version")).isEqualTo(2);
        assertThat(resumed.getList("alarms.code")).containsExactly("STILL_ALIVE");

        put(LANE, "{\"state\":\"ACTIVE\",\"reason\":\"dealt with\",\"by\":\"test\",\"resolveAlarms\":true}");
        assertThat(stands(LANE).getList("alarms")).isEmpty();
    }

    @Test
    void whoResolvesAlarmsLeavesTheSessionsToALogin() {
        Ledger.rows(
                "insert into alarms (broker, code, subject, words, halted)"
                        + " values (?, 'SESSION_ENDED', 'session', 'w', true), (?, 'STILL_ALIVE', 'o-1', 'w', true)",
                LANE,
                LANE);

        put(LANE, "{\"state\":\"ACTIVE\",\"reason\":\"dealt with\",\"by\":\"test\",\"resolveAlarms\":true}");

        assertThat(stands(LANE).getList("alarms.code")).containsExactly("SESSION_ENDED");
    }

    @Test
    void howALaneStandsCanBeAsked() {
        assertThat(stands("zerodha-2").getString("reality")).isEqualTo("SIMULATED");
        assertThat(stands("zerodha-2").getList("states")).isEmpty();

        put("zerodha-2", "{\"state\":\"REDUCING\",\"strategy\":\"momentum\",\"reason\":\"slow\",\"by\":\"anna\"}");

        var standing = stands("zerodha-2");
        assertThat(standing.getString("states[0].strategy")).isEqualTo("momentum");
        assertThat(standing.getString("states[0].state")).isEqualTo("REDUCING");
        assertThat(standing.getString("states[0].reason")).isEqualTo("slow");
        assertThat(standing.getString("states[0].changedBy")).isEqualTo("anna");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            {"state":"STOPPED","reason":"r","by":"b"}                       | state 'STOPPED' is unknown; use one of [ACTIVE, REDUCING, HALTED]
            {"state":"HALTED","by":"b"}                                     | reason has 0 characters and must have 1 to 300; say it in a sentence
            {"state":"HALTED","reason":"r"}                                 | by has 0 characters and must have 1 to 100; say it in a sentence
            {"state":"HALTED","reason":"r","by":"b","strategy":"No Such"}   | strategy id 'No Such' must match [a-z][a-z0-9-]{0,39}
            {"state":"HALTED","reason":"r","by":"b","stategy":"momentum"}   | fields stategy are unknown; there are by, reason, resolveAlarms, state, strategy
            {"state":"ACTIVE","reason":"r","by":"b","resolveAlarms":"no"}   | resolveAlarms must be true or false
            HALTED                                                          | the body is no JSON object; send {"state":"HALTED","reason":"why","by":"who"}
            """)
    void aCommandNobodyUnderstandsChangesNothing(String body, String detail) {
        var answer = put(LANE, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("detail")).isEqualTo(detail);
        assertThat(Ledger.count("select count(*) from trading_states")).isZero();
    }

    @Test
    void aBrokerThatIsNotActiveIsNamedBesideThoseThatAre() {
        var answer = put("nobody", "{}");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.jsonPath().getString("detail"))
                .isEqualTo("broker 'nobody' is not active here; active are paper, zerodha, zerodha-2");
    }

    private int arrived(List<LaneSignal> approved) {
        return approved.stream()
                .mapToInt(
                        each -> broker.arrived(each.signal().strategy().value()).size())
                .sum();
    }

    private static Response put(String lane, String body) {
        return RestAssured.given()
                .contentType("application/json")
                .body(body)
                .put("/brokers/" + lane + "/trading-state");
    }

    private static JsonPath stands(String lane) {
        return RestAssured.get("/brokers/" + lane + "/trading-state").jsonPath();
    }

    private static List<String> state(String lane, String strategy) {
        return Ledger.rows("select state from trading_states where broker = ? and strategy = ?", lane, strategy)
                .stream()
                .map(List::getFirst)
                .toList();
    }

    private static String status(LaneSignal signal) {
        return column("status", signal);
    }

    private static String failure(LaneSignal signal) {
        return column("failure", signal);
    }

    private static String column(String name, LaneSignal signal) {
        return Ledger.rows("select coalesce(" + name + ", '') from orders where id = ?", Ids.order(signal.id(), 1))
                .stream()
                .map(List::getFirst)
                .findFirst()
                .orElse("");
    }

    private static int post(LaneSignal signal) {
        return post(signal, Optional.empty());
    }

    private static int post(LaneSignal signal, LaneSignal before) {
        return post(signal, Optional.of(Ids.validated(before.id())));
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
