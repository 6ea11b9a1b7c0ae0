package io.alphapanda.engine.zerodha;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.LaneSignal;
import io.alphapanda.engine.live.TroubledDesk;
import io.alphapanda.engine.zerodha.session.LogCapture;
import io.alphapanda.engine.zerodha.session.SessionSecrets;
import io.alphapanda.engine.zerodha.session.Visit;
import io.alphapanda.engine.zerodha.session.ZerodhaSessions;
import io.alphapanda.engine.zerodha.update.UpdatingKite;
import io.alphapanda.local.kite.KiteSimulator;
import io.alphapanda.local.kite.fault.Endpoint;
import io.alphapanda.local.kite.fault.Fault;
import io.alphapanda.stage.broker.Brokers;
import io.alphapanda.stage.testing.Await;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.Ledger;
import io.alphapanda.stage.testing.Signals;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A thousand orders through a storm of faults: a broker that takes orders and does not say so, or says that it did not
/// and does, a book that shows them late, updates that are lost, repeated and late, a token that dies, senders that die
/// or sleep at any step.
@QuarkusTest
@QuarkusTestResource(House.class)
@WithTestResource(UpdatingKite.class)
@TestProfile(Fast.class)
class ThousandOrdersTest {

    private static final String LANE = "zerodha";
    private static final int PIECES = 10;
    private static final int AT_ONCE = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /// In a storm a lane is halted now and then; a person has looked, and goes on.
    private static final Duration PERSON_LOOKS_EVERY = Duration.ofMillis(300);

    @Inject
    RedisDataSource redis;

    @Inject
    TroubledDesk desk;

    @Inject
    ZerodhaSessions sessions;

    @Inject
    Brokers brokers;

    /// Every token there was, and what opens them.
    private final Set<String> secrets = ConcurrentHashMap.newKeySet();

    private final KiteSimulator kite = UpdatingKite.simulator();
    private final ScheduledExecutorService world = Executors.newScheduledThreadPool(2);

    @BeforeEach
    void theMarketIsOpenAndAPersonIsThere() {
        redis.value(String.class)
                .set(
                        "market:last:NSE:TCS",
                        "{\"price\":\"100\",\"time\":\"" + Signals.TIME + "\",\"ordinal\":1,\"stream\":\"test-1\"}");
        UpdatingKite.postsTo(RestAssured.port);
        var sizes = new Random(1);
        world.scheduleAtFixedRate(
                () -> kite.onTick("NSE:TCS", new BigDecimal("100"), 5 + sizes.nextInt(50), Instant.now()),
                0,
                10,
                TimeUnit.MILLISECONDS);
        person();
        world.scheduleWithFixedDelay(this::person, 0, PERSON_LOOKS_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    @AfterEach
    void theStormIsOver() {
        kite.faults().clear();
        desk.weather(_ -> Uni.createFrom().voidItem());
        world.shutdownNow();
    }

    @Test
    void noOrderIsDoubledNoFillIsLostAndEveryOrderEnds() throws InterruptedException {
        long seed = seed();
        Storm.raise(kite, seed);
        Storm.trouble(desk, seed);
        secrets.add(UpdatingKite.SECRET);

        try (var log = new LogCapture()) {
            trade("storm", 1_000, seed);
            awaitEnd("storm-%");
            assertThat(secrets).hasSizeGreaterThan(1);
            assertThat(secrets).noneMatch(log.text()::contains).noneMatch(written()::contains);
        }

        var reckoning = Reckoning.of(LANE, "storm-%", kite.truth());
        System.out.println("1,000 orders, seed " + seed + ": " + outcomes("storm-%"));
        assertThat(reckoning).as("seed %d", seed).matches(Reckoning::isClean);
        assertThat(Ledger.count("select count(*) from orders where broker = ? and strategy like 'storm-%'", LANE))
                .isEqualTo(1_000);
    }

    /// Everything the lane wrote down or told.
    private static String written() {
        return Ledger.rows(
                        "select convert_from(data, 'UTF8') from outbox union all select words from placements"
                                + " union all select words from alarms union all select coalesce(ended_why, '') from broker_sessions")
                .toString();
    }

    /// The same without the look-up: the book never shows an order, so what became of it can't be found out.
    @Test
    void withoutTheLookUpFillsAreLost() throws InterruptedException {
        long seed = seed();
        kite.faults()
                .arm(new Fault.AppearLate(Duration.ofDays(1)))
                .at(Endpoint.PLACE_ORDER)
                .always();
        Storm.raise(kite, seed);

        trade("blind", 60, seed);

        Await.until(
                PATIENCE,
                "all that got no answer are given up",
                () -> Ledger.count("select count(*) from orders where strategy like 'blind-%'"
                                + " and status in ('INTENDED', 'SENDING', 'UNKNOWN')")
                        == 0);
        assertThat(Reckoning.of(LANE, "blind-%", kite.truth()))
                .as("seed %d", seed)
                .satisfies(reckoning -> assertThat(reckoning.lost()).isNotEmpty());
    }

    private static long seed() {
        return Long.getLong("panda.seed", new Random().nextLong(1_000_000));
    }

    /// Chains of two, each approval delivered once to three times, at the same time as others.
    private void trade(String name, int orders, long seed) throws InterruptedException {
        try (var sources = Executors.newFixedThreadPool(AT_ONCE)) {
            var random = new Random(seed);
            for (int i = 0; i < orders / 2; i++) {
                var chain = Approvals.chain(LANE, name + "-" + i, 2, PIECES);
                int times = 1 + random.nextInt(3);
                for (int again = 0; again < times; again++) {
                    sources.execute(() -> deliver(chain));
                }
            }
        }
    }

    private static void deliver(List<LaneSignal> chain) {
        Optional<LaneSignal> before = Optional.empty();
        for (var each : chain) {
            Approvals.deliver(each, before);
            before = Optional.of(each);
        }
    }

    private void awaitEnd(String strategies) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && !isOver(strategies)) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private boolean isOver(String strategies) {
        return Reckoning.of(LANE, strategies, kite.truth()).isClean();
    }

    private static String outcomes(String strategies) {
        return Ledger.rows(
                        "select status, coalesce(failure, ''), count(*) from orders where strategy like ?"
                                + " group by 1, 2 order by 3 desc",
                        strategies)
                .toString();
    }

    /// Logs in where nobody is, and lets a halted lane go on.
    private void person() {
        var state = RestAssured.get("/brokers/" + LANE + "/session").path("state");
        if (!"OPEN".equals(state)) {
            Visit.logIn(LANE);
            sessions.current(brokers.account(new Broker(LANE)))
                    .await()
                    .atMost(PATIENCE)
                    .ifPresent(access -> secrets.add(SessionSecrets.accessToken(access)));
        }
        Ledger.rows("update trading_states set state = 'ACTIVE' where broker = ? and state <> 'ACTIVE'", LANE);
    }
}
