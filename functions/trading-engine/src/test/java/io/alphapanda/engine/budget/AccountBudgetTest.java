package io.alphapanda.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.stage.meter.Meters;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.Scrape;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two processes that trade for the same accounts, and a Redis.
@QuarkusTest
@QuarkusTestResource(House.class)
class AccountBudgetTest {

    private static final Broker PAPER = new Broker("paper");

    /// No account of this application: what is left to one is measured for the budget that met it first.
    private static final Broker OTHER = new Broker("budget-test");

    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

    /// Noon in India, Friday.
    private static final Instant NOON = Instant.parse("2026-07-31T06:30:00.250Z");

    /// Three of a second for entries, four for exits; eight and ten of a minute; 19 and 20 of a day.
    private static final OrderLimits TIGHT = OrderLimits.of(4, 10, 20, 3, INDIA);

    @Inject
    ReactiveRedisDataSource redis;

    @Inject
    RedisDataSource keys;

    @Inject
    Meters meters;

    private Instant now = NOON;
    private Duration elapsed = Duration.ZERO;

    private AccountBudget one;
    private AccountBudget another;

    @BeforeEach
    void twoProcessesAndNothingCounted() {
        Stream.of(PAPER, OTHER)
                .forEach(each -> counted(each).forEach(key -> keys.key().del(key)));
        elapsed = Duration.ZERO;
        now = NOON;
        one = budget(NOON);
        another = budget(NOON);
    }

    private AccountBudget budget(Instant clock) {
        return new AccountBudget(redis, meters, InstantSource.fixed(clock), () -> elapsed.toNanos());
    }

    @Test
    void questionsAboutPricesAreCountedByTheSecondForAllProcessesOfAnAccount() {
        assertThat(mayAsk(one, PAPER, NOON)).isTrue();
        assertThat(mayAsk(another, PAPER, NOON)).isFalse();
        assertThat(mayAsk(another, OTHER, NOON)).isTrue();
        assertThat(mayAsk(another, PAPER, NOON.plusSeconds(1))).isTrue();
    }

    private static boolean mayAsk(AccountBudget budget, Broker broker, Instant now) {
        return budget.mayAskForPrices(broker, 1, now).await().atMost(Duration.ofSeconds(30));
    }

    @Test
    void manyAtOnceInTwoProcessesGetTheSecondsLimitAndNoMore() {
        var limits = OrderLimits.ZERODHA;

        var verdicts = await(Uni.join()
                .all(IntStream.range(0, 200)
                        .mapToObj(i -> (i % 2 == 0 ? one : another).take(PAPER, limits, Use.PLACE_EXIT, NOON))
                        .toList())
                .andFailFast());

        assertThat(verdicts).filteredOn(Verdict.Granted.class::isInstance).hasSize(9);
        assertThat(verdicts)
                .filteredOn(Verdict.Exhausted.class::isInstance)
                .hasSize(191)
                .containsOnly(new Verdict.Exhausted(Window.SECOND, Duration.ofMillis(750)));
        assertThat(count(PAPER, Window.SECOND, NOON)).isEqualTo("9");
        assertThat(count(PAPER, Window.DAY, NOON)).isEqualTo("9");
    }

    @Test
    void entriesEndWhereTheReserveBeginsAndExitsGoOn() {
        assertThat(takeAll(Use.PLACE_ENTRY, 4))
                .containsExactly(
                        new Verdict.Granted(3, 9, 19),
                        new Verdict.Granted(2, 8, 18),
                        new Verdict.Granted(1, 7, 17),
                        exhausted(Window.SECOND, "PT0.75S"));

        assertThat(takeAll(Use.MODIFY, 1)).containsExactly(exhausted(Window.SECOND, "PT0.75S"));
        assertThat(takeAll(Use.PLACE_EXIT, 2))
                .containsExactly(new Verdict.Granted(0, 6, 16), exhausted(Window.SECOND, "PT0.75S"));
    }

    @Test
    void whatWasHeldBackIsNotCounted() {
        takeAll(Use.PLACE_ENTRY, 10);

        assertThat(count(PAPER, Window.SECOND, NOON)).isEqualTo("3");
        assertThat(count(PAPER, Window.MINUTE, NOON)).isEqualTo("3");
        assertThat(count(PAPER, Window.DAY, NOON)).isEqualTo("3");
    }

    @Test
    void nextSecondAndNextMinuteBeginAnew() {
        for (int second = 0; second < 3; second++) {
            for (int i = 0; i < 3; i++) {
                take(Use.PLACE_EXIT, NOON.plusSeconds(second));
            }
        }
        var last = Instant.parse("2026-07-31T06:30:59.999999999Z");

        assertThat(take(Use.PLACE_ENTRY, last))
                .as("eight of the minute are gone")
                .isEqualTo(exhausted(Window.MINUTE, "PT0.000000001S"));
        assertThat(take(Use.PLACE_EXIT, last)).isEqualTo(new Verdict.Granted(3, 0, 10));
        assertThat(take(Use.CANCEL, last)).isEqualTo(exhausted(Window.MINUTE, "PT0.000000001S"));
        assertThat(take(Use.PLACE_ENTRY, last.plusNanos(1))).isEqualTo(new Verdict.Granted(3, 9, 9));
    }

    @ParameterizedTest(name = "a clock set by {0}")
    @ValueSource(strings = {"PT-10M", "PT10M", "PT-3S", "PT3S"})
    void clockThatIsSetGivesNobodyASecondBudgetOfTheSameSecondAndMinute(Duration step) {
        for (int i = 0; i < 4; i++) {
            take(Use.PLACE_EXIT, NOON);
        }
        var set = NOON.plus(step);

        assertThat(stepTo(set, Use.PLACE_EXIT)).isEqualTo(exhausted(Window.SECOND, "PT1S"));
        assertThat(count(PAPER, Window.SECOND, set)).as("not counted").isNull();
        assertThat(take(Use.PLACE_ENTRY, set.plusMillis(999))).isEqualTo(exhausted(Window.SECOND, "PT0.001S"));
        for (int second = 1; second < 3; second++) {
            for (int i = 0; i < 3; i++) {
                assertThat(take(Use.PLACE_EXIT, set.plusSeconds(second))).isInstanceOf(Verdict.Granted.class);
            }
        }

        assertThat(take(Use.PLACE_EXIT, set.plusSeconds(5)))
                .as("four before and six after are the minute's ten")
                .isEqualTo(exhausted(Window.MINUTE, "PT55S"));
        assertThat(take(Use.PLACE_EXIT, set.plusSeconds(60))).isInstanceOf(Verdict.Granted.class);
    }

    @Test
    void whatRedisHeldBackTakesNoPlaceAcrossAStep() {
        takeAll(Use.PLACE_ENTRY, 9);

        assertThat(stepTo(NOON.plusSeconds(600), Use.PLACE_EXIT)).isInstanceOf(Verdict.Granted.class);
        assertThat(stepTo(NOON.plusSeconds(600), Use.PLACE_EXIT)).isEqualTo(exhausted(Window.SECOND, "PT1S"));
    }

    @Test
    void dayThatIsUsedUpRefusesExitsTooUntilMidnightInIndiaButNotCancellations() {
        exits(20);

        assertThat(take(Use.PLACE_EXIT, NOON)).isEqualTo(exhausted(Window.DAY, "PT11H59M59.75S"));
        assertThat(take(Use.CANCEL, NOON)).isEqualTo(new Verdict.Granted(3, 9, 0));
        assertThat(take(Use.MODIFY, NOON)).isEqualTo(new Verdict.Granted(2, 8, 0));
        assertThat(take(Use.PLACE_EXIT, Instant.parse("2026-07-31T18:29:59.999Z")))
                .isEqualTo(exhausted(Window.DAY, "PT0.001S"));
        assertThat(take(Use.PLACE_ENTRY, Instant.parse("2026-07-31T18:30:00Z")))
                .isEqualTo(new Verdict.Granted(3, 9, 19));
    }

    @Test
    void lastTwentiethOfTheDayIsForExits() {
        exits(19);

        assertThat(take(Use.PLACE_ENTRY, NOON)).isEqualTo(exhausted(Window.DAY, "PT11H59M59.75S"));
        assertThat(take(Use.PLACE_EXIT, NOON)).isEqualTo(new Verdict.Granted(3, 9, 0));
    }

    @Test
    void cancellationsAndModificationsCountButNotTowardTheDay() {
        assertThat(take(Use.CANCEL, NOON)).isEqualTo(new Verdict.Granted(3, 9, 20));
        assertThat(take(Use.MODIFY, NOON)).isEqualTo(new Verdict.Granted(2, 8, 20));
        assertThat(take(Use.PLACE_ENTRY, NOON)).isEqualTo(new Verdict.Granted(1, 7, 19));
    }

    @Test
    void anotherAccountsBudgetIsItsOwn() {
        takeAll(Use.PLACE_EXIT, 4);

        assertThat(await(one.take(OTHER, TIGHT, Use.PLACE_ENTRY, NOON))).isEqualTo(new Verdict.Granted(3, 9, 19));
    }

    @Test
    void countsAreForgottenSomeTimeAfterTheirWindow() {
        take(Use.PLACE_ENTRY, NOON);
        await(one.mayModify(PAPER, "260731000000001", TIGHT));

        assertThat(counted(PAPER)).hasSize(4);
        assertThat(keys.key().ttl(key(PAPER, Window.SECOND, NOON))).isBetween(100L, 120L);
        assertThat(keys.key().ttl(key(PAPER, Window.MINUTE, NOON))).isBetween(500L, 600L);
        assertThat(keys.key().ttl(key(PAPER, Window.DAY, NOON))).isBetween(172_000L, 172_800L);
        assertThat(keys.key().ttl("paper:limits:modifications:260731000000001")).isBetween(86_000L, 86_400L);
    }

    @Test
    void orderMayBeModifiedSoOftenAndAnotherOneToo() {
        var answers = Stream.of(one, another, one, another)
                .map(each -> await(each.mayModify(PAPER, "260731000000002", TIGHT)))
                .toList();

        assertThat(answers).containsExactly(true, true, true, false);
        assertThat(await(one.mayModify(PAPER, "260731000000003", TIGHT))).isTrue();
        assertThat(await(one.mayModify(OTHER, "260731000000002", TIGHT))).isTrue();
    }

    @Test
    void redisThatCanNotAnswerGrantsNothingAndCountsNothing() {
        keys.list(String.class).lpush(key(PAPER, Window.DAY, NOON), "not a count");

        assertThatThrownBy(() -> take(Use.PLACE_EXIT, NOON)).hasMessageContaining("WRONGTYPE");

        assertThat(count(PAPER, Window.SECOND, NOON)).isNull();
        assertThat(count(PAPER, Window.MINUTE, NOON)).isNull();
    }

    @Test
    void whatIsLeftAndWhatWasHeldBackCanBeRead() {
        var before = Scrape.now();
        takeAll(Use.PLACE_ENTRY, 5);
        var after = Scrape.now();

        assertThat(left(after, "second")).isEqualTo(1);
        assertThat(left(after, "minute")).isEqualTo(7);
        assertThat(left(after, "day")).isEqualTo(17);
        assertThat(heldBack(after) - heldBack(before)).isEqualTo(2);
    }

    @Test
    void windowThatHasEndedIsWholeAgain() {
        var later = budget(NOON.plusSeconds(1));
        await(later.take(OTHER, TIGHT, Use.PLACE_ENTRY, NOON));
        var scrape = Scrape.now();

        assertThat(scrape.sum("panda_orders_budget_remaining", "lane", "budget-test", "window", "second"))
                .isEqualTo(4);
        assertThat(scrape.sum("panda_orders_budget_remaining", "lane", "budget-test", "window", "minute"))
                .isEqualTo(9);
    }

    private static double left(Scrape scrape, String window) {
        return scrape.sum("panda_orders_budget_remaining", "lane", "paper", "window", window);
    }

    private static double heldBack(Scrape scrape) {
        return scrape.sum(
                "panda_orders_budget_exhausted_total", "lane", "paper", "window", "second", "use", "place-entry");
    }

    /// So many, each in a minute of its own before noon.
    private void exits(int number) {
        for (int i = 1; i <= number; i++) {
            assertThat(take(Use.PLACE_EXIT, NOON.minus(Duration.ofMinutes(i)))).isInstanceOf(Verdict.Granted.class);
        }
    }

    private List<Verdict> takeAll(Use use, int number) {
        return IntStream.range(0, number).mapToObj(_ -> take(use, NOON)).toList();
    }

    /// Time goes on to that moment; where it lies before the last one, another test's clock would be set back.
    private Verdict take(Use use, Instant at) {
        elapsed = elapsed.plus(Duration.between(now, at));
        return stepTo(at, use);
    }

    /// The clock is set to that moment, and no time passes.
    private Verdict stepTo(Instant at, Use use) {
        now = at;
        return await(one.take(PAPER, TIGHT, use, at));
    }

    private static Verdict exhausted(Window window, String tryAgainIn) {
        return new Verdict.Exhausted(window, Duration.parse(tryAgainIn));
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(Duration.ofSeconds(30));
    }

    private List<String> counted(Broker broker) {
        return keys.key().keys(broker + ":limits:*");
    }

    private static String key(Broker broker, Window window, Instant now) {
        return broker + ":limits:orders:" + window.label() + ":" + window.number(now, INDIA);
    }

    private String count(Broker broker, Window window, Instant now) {
        return keys.value(String.class).get(key(broker, window, now));
    }
}
