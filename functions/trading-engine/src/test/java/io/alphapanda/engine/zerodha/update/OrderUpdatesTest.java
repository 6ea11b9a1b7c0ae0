package io.alphapanda.engine.zerodha.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.engine.zerodha.session.Access;
import io.alphapanda.engine.zerodha.session.LogCapture;
import io.alphapanda.engine.zerodha.session.SessionSecrets;
import io.alphapanda.engine.zerodha.session.Visit;
import io.alphapanda.engine.zerodha.session.ZerodhaSessions;
import io.alphapanda.local.kite.exchange.Truth;
import io.alphapanda.local.kite.fault.ArmedFault;
import io.alphapanda.local.kite.fault.Endpoint;
import io.alphapanda.local.kite.fault.Fault;
import io.alphapanda.stage.broker.Brokers;
import io.alphapanda.stage.testing.Await;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.Ledger;
import io.alphapanda.stage.testing.RawHttp;
import io.alphapanda.stage.testing.Scrape;
import io.alphapanda.stage.testing.Signals;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a broker tells of its orders leads to reading them, and to nothing else. Another process has the lane's
/// reading on the clock, so that here the book is read only when somebody says so.
@QuarkusTest
@QuarkusTestResource(House.class)
@WithTestResource(UpdatingKite.class)
class OrderUpdatesTest {

    private static final String LANE = "zerodha";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    RedisDataSource redis;

    @Inject
    ZerodhaSessions sessions;

    @Inject
    Brokers brokers;

    private ArmedFault bookReadings;

    @BeforeEach
    void somebodyIsLoggedInAndAnotherProcessReadsOnTheClock() {
        UpdatingKite.post().deliverTo(RestAssured.port);
        UpdatingKite.simulator().faults().clear();
        bookReadings = struck(Endpoint.TRADES);
        redis.value(String.class)
                .set(
                        "market:last:NSE:TCS",
                        "{\"price\":\"100\",\"time\":\"" + Signals.TIME + "\",\"ordinal\":1,\"stream\":\"test-1\"}");
        Ledger.rows(
                "insert into trading_states (broker, state, version, reason, changed_by) values (?, 'ACTIVE', 1, 'test',"
                        + " 'test') on conflict (broker, strategy) do update set state = excluded.state",
                LANE);
        Ledger.rows(
                "insert into book_readers (broker, holder, leased_until) values (?, 'another process', now() +"
                        + " interval '1 hour') on conflict (broker) do update set holder = excluded.holder, leased_until ="
                        + " excluded.leased_until",
                LANE);
        if (access() == null) {
            Visit.logIn(LANE).then().statusCode(200);
            Await.until("the new connection has led to its reading", () -> bookReadings.hits() > 0);
        }
        awaitConnection();
    }

    @AfterEach
    void noFaults() {
        UpdatingKite.simulator().faults().clear();
    }

    private Access access() {
        return sessions.current(brokers.account(new Broker(LANE)))
                .await()
                .atMost(PATIENCE)
                .orElse(null);
    }

    /// Counts requests and changes nothing else.
    private static ArmedFault struck(Endpoint endpoint) {
        return UpdatingKite.simulator()
                .faults()
                .arm(new Fault.SlowAnswer(Duration.ofMillis(1)))
                .at(endpoint)
                .always();
    }

    private static void never(Endpoint way) {
        UpdatingKite.simulator().faults().arm(new Fault.DropUpdate()).at(way).always();
    }

    private static void awaitConnection() {
        Await.until(
                "the connection stands",
                () -> Scrape.now().sum("panda_broker_updates_connected", "lane", LANE) == 1
                        && UpdatingKite.simulator().tickerConnections(UpdatingKite.USER) == 1);
    }

    private static long updates(String source, String verdict) {
        return (long)
                Scrape.now().sum("panda_broker_updates_total", "lane", LANE, "source", source, "verdict", verdict);
    }

    private static long filled() {
        return UpdatingKite.simulator().truth().orders().stream()
                .mapToLong(Truth.Entry::filled)
                .sum();
    }

    /// A trade of the market that the one open order takes whole.
    private static void trade(long quantity) {
        long before = filled();
        UpdatingKite.simulator().onTick("NSE:TCS", new BigDecimal("100"), quantity, Instant.now());
        Await.until("the exchange has filled it", () -> filled() == before + quantity);
    }

    /// The book has been read, and applied, once more than now: a reading begins when the one before has ended.
    private void awaitReadings(int more, Runnable hint) {
        for (int i = 0; i < more; i++) {
            int before = bookReadings.hits();
            hint.run();
            Await.until("the book is read again", () -> bookReadings.hits() > before);
        }
    }

    @Test
    void postbacksAloneBringEachFill() {
        never(Endpoint.TICKER_UPDATE);
        var order = Placed.at(LANE, "posted", 10);
        trade(4);
        order.awaitStatus("PARTIALLY_FILLED");
        trade(6);
        order.awaitStatus("FILLED");

        assertThat(order.fills()).containsExactly("4", "6");
        // More than what might have been told before.
        awaitReadings(5, () -> assertThat(post(LANE, genuine("1", UpdatingKite.SECRET)))
                .isEqualTo(200));
    }

    @Test
    void wordsOfTheTickerAloneBringEachFill() {
        never(Endpoint.POSTBACK);
        var order = Placed.at(LANE, "ticked", 10);
        trade(4);
        order.awaitStatus("PARTIALLY_FILLED");
        trade(6);
        order.awaitStatus("FILLED");

        assertThat(order.fills()).containsExactly("4", "6");
        long before = updates("ticker", "unreadable");
        awaitReadings(
                5, () -> UpdatingKite.simulator().sendMessage(UpdatingKite.USER, "order", "of a shape nobody knows"));
        assertThat(updates("ticker", "unreadable")).isEqualTo(before + 5);
    }

    @Test
    void updatesThatComeManyTimesAndThePartialOneLastBookEachFillOnce() {
        var faults = UpdatingKite.simulator().faults();
        faults.arm(new Fault.RepeatUpdate(3))
                .at(Endpoint.POSTBACK, Endpoint.TICKER_UPDATE)
                .always();
        faults.arm(new Fault.HoldUpdate()).at(Endpoint.POSTBACK).next(1);
        faults.arm(new Fault.HoldUpdate()).at(Endpoint.TICKER_UPDATE).next(1);
        int posted = UpdatingKite.post().delivered().size();
        long told = updates("ticker", "taken");
        var order = Placed.at(LANE, "muddled", 10);
        trade(4);
        trade(6);

        order.awaitStatus("FILLED");
        Await.until(
                "all post is delivered", () -> UpdatingKite.post().delivered().size() == posted + 8);
        Await.until("all is told", () -> updates("ticker", "taken") == told + 8);

        var post = UpdatingKite.post().delivered().subList(posted, posted + 8);
        assertThat(post).allMatch(each -> each.status() == 200);
        assertThat(post.getLast().body()).as("the partial one comes last").contains("\"UPDATE\"");
        var transitions = order.transitions();
        awaitReadings(2, () -> post(LANE, post.getLast().body()));
        assertThat(order.transitions()).isEqualTo(transitions);
        assertThat(order.fills()).containsExactly("4", "6");
    }

    @Test
    void orderOfWhichNothingIsToldIsFoundByTheClock() {
        never(Endpoint.TICKER_UPDATE);
        never(Endpoint.POSTBACK);
        var order = Placed.at(LANE, "untold", 10);
        trade(10);

        Ledger.rows("delete from book_readers where broker = ?", LANE);

        order.awaitStatus("FILLED");
        assertThat(order.fills()).containsExactly("10");
    }

    @Test
    void droppedConnectionComesBackAndTheBookIsReadForWhatWasMissed() {
        never(Endpoint.POSTBACK);
        var order = Placed.at(LANE, "missed", 10);
        never(Endpoint.TICKER_UPDATE);
        trade(10);

        awaitReadings(2, () -> {
            UpdatingKite.simulator().dropTickers(UpdatingKite.USER);
            awaitConnection();
        });

        order.awaitStatus("FILLED");
    }

    @Test
    void deadLoginIsEndedAndTheNextOneListensAgain() {
        UpdatingKite.simulator().logOutEverywhere(UpdatingKite.USER);
        UpdatingKite.simulator().dropTickers(UpdatingKite.USER);

        Await.until("the session has ended", () -> access() == null);
        assertThat(Ledger.rows("select ended_why from broker_sessions where broker = ?", LANE)
                        .getFirst()
                        .getFirst())
                .startsWith("the ticker answered 403; ");
        assertThat(UpdatingKite.simulator().tickerConnections(UpdatingKite.USER))
                .isZero();

        Visit.logIn(LANE).then().statusCode(200);
        awaitConnection();
    }

    @Test
    void refusalOfTheTickerAloneEndsNoSessionAndIsMetOnceALogin() {
        var refusal =
                UpdatingKite.simulator().faults().arm(new Fault.RefuseTicker()).always();
        var profiles = struck(Endpoint.PROFILE);
        UpdatingKite.simulator().dropTickers(UpdatingKite.USER);
        Await.until("the token is asked about", () -> profiles.hits() == 1);
        Visit.logIn(LANE).then().statusCode(200);
        Await.until("the next one too", () -> profiles.hits() == 2);

        assertThat(refusal.hits()).as("one try a login").isEqualTo(2);
        assertThat(access()).isNotNull();

        refusal.disarm();
        Visit.logIn(LANE).then().statusCode(200);
        awaitConnection();
    }

    @Test
    void postbackThatIsNotTheAccountsIsRefusedWithoutAWord() {
        long forged = updates("postback", "forged");
        long unreadable = updates("postback", "unreadable");

        for (var body : List.of(
                genuine("1", UpdatingKite.OTHER_SECRET),
                genuine("1", UpdatingKite.SECRET).replace("\"order_id\":\"1\"", "\"order_id\":\"2\""),
                "{\"order_id\":\"1\",\"checksum\":\"\"}",
                "{}")) {
            var answer = RestAssured.given()
                    .body(body)
                    .post("/brokers/zerodha/postback")
                    .then()
                    .statusCode(403);
            assertThat(answer.extract().asString()).isEmpty();
        }
        assertThat(post(LANE, "order_id=1")).isEqualTo(403);
        assertThat(post(LANE, "")).isEqualTo(403);

        assertThat(updates("postback", "forged")).isEqualTo(forged + 4);
        assertThat(updates("postback", "unreadable")).isEqualTo(unreadable + 2);
        assertThat(post("zerodha-2", genuine("1", UpdatingKite.OTHER_SECRET))).isEqualTo(200);
    }

    @Test
    void postbackMayBeLongButNotWithoutEnd() {
        long refused = updates("postback", "too-large");
        var body = genuine("1", UpdatingKite.SECRET);
        assertThat(post(LANE, body + " ".repeat(64 * 1024 - body.length()))).isEqualTo(200);
        assertThat(post(LANE, body + " ".repeat(64 * 1024 - body.length() + 1))).isEqualTo(413);
        assertThat(post(LANE, "x".repeat(4 * 1024 * 1024))).isEqualTo(413);
        assertThat(updates("postback", "too-large")).isEqualTo(refused + 2);
    }

    @Test
    void postbackForAnotherBrokerIsNotFound() {
        for (var broker : List.of("paper", "nobody", "zerodha-3", "zerodha%2F")) {
            assertThat(post(broker, genuine("1", UpdatingKite.SECRET))).isEqualTo(404);
        }
    }

    @Test
    void neitherAFloodNorAnythingThatOpensTheAccountReachesTheLog() {
        try (var log = new LogCapture()) {
            var body = genuine("1", UpdatingKite.SECRET);
            for (int i = 0; i < 50; i++) {
                post(LANE, genuine("1", UpdatingKite.OTHER_SECRET));
                post(LANE, body);
            }
            Visit.logIn(LANE).then().statusCode(200);
            var token = SessionSecrets.accessToken(access());
            UpdatingKite.simulator().dropTickers(UpdatingKite.USER);
            Await.until("it stands again", () -> log.text().contains("connection for order updates stands"));
            awaitConnection();
            var secrets = List.of(token, UpdatingKite.SECRET, UpdatingKite.OTHER_SECRET, "keyofone", checksum(body));
            assertThat(log.text()).doesNotContain(secrets.toArray(String[]::new));
            assertThat(log.text().split("postback refused", -1)).hasSizeLessThanOrEqualTo(2);
        }
    }

    private static String genuine(String orderId, String secret) {
        var time = "2026-11-26 10:30:00";
        return "{\"order_id\":\"" + orderId + "\",\"order_timestamp\":\"" + time + "\",\"checksum\":\""
                + Placed.sha256(orderId + time + secret) + "\"}";
    }

    private static String checksum(String body) {
        return body.substring(body.length() - 66, body.length() - 2);
    }

    private static int post(String broker, String body) {
        return RawHttp.post("/brokers/" + broker + "/postback", List.of(), body.getBytes(StandardCharsets.UTF_8));
    }
}
