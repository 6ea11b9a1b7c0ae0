package io.alphapanda.engine.zerodha.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.engine.zerodha.SimulatedKite;
import io.alphapanda.kite.Secret;
import io.alphapanda.kite.failure.KiteSessionException;
import io.alphapanda.local.kite.fault.Endpoint;
import io.alphapanda.local.kite.fault.Fault;
import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.broker.Brokers;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.Ledger;
import io.alphapanda.stage.testing.RawHttp;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A person logs in at a simulated Kite, and what becomes of their session.
@QuarkusTest
@QuarkusTestResource(House.class)
@WithTestResource(SimulatedKite.class)
class LoginTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    ZerodhaSessions sessions;

    @Inject
    Brokers brokers;

    @Inject
    ZerodhaAccounts accounts;

    @Inject
    LoginStates states;

    @Inject
    Logins logins;

    @BeforeEach
    void nobodyIsLoggedIn() {
        Ledger.rows("delete from broker_sessions");
        Ledger.rows("delete from alarms");
    }

    @AfterEach
    void noFaults() {
        SimulatedKite.simulator().faults().clear();
    }

    private BrokerAccount zerodha() {
        return brokers.account(new Broker("zerodha"));
    }

    private Optional<Access> current() {
        return sessions.current(zerodha()).await().atMost(PATIENCE);
    }

    private void dead(long version) {
        sessions.dead(zerodha(), version, "Kite answered 403").await().atMost(PATIENCE);
    }

    private static String state() {
        return given().get("/brokers/zerodha/session")
                .then()
                .statusCode(200)
                .extract()
                .path("state");
    }

    private static long alarms(String condition) {
        return Ledger.count("select count(*) from alarms where broker = 'zerodha' and code = 'SESSION_ENDED'"
                + " and subject = 'session' and halted and " + condition);
    }

    @Test
    void personLogsInAndTheLaneHasItsAccess() {
        var page = Visit.logIn("zerodha").then().statusCode(200).extract();

        assertThat(page.body().asString())
                .contains("<h1>SIMULATED: Logged in as AB1234 until 06:00</h1>")
                .contains("SIMULATED: a simulated broker on this machine, no real money");
        assertThat(page.header("content-type")).startsWith("text/html");
        assertThat(page.header("cache-control")).isEqualTo("no-store");
        assertThat(page.header("referrer-policy")).isEqualTo("no-referrer");
        var access = current().orElseThrow();
        assertThat(access.version()).isEqualTo(1);
        assertThat(access.kite().profile().await().atMost(PATIENCE).userId()).isEqualTo("AB1234");
    }

    @Test
    void statusTellsWhoIsLoggedInAndUntilWhen() {
        assertThat(given().get("/brokers/zerodha/session")
                        .then()
                        .extract()
                        .body()
                        .asString())
                .isEqualTo("{\"broker\":\"zerodha\",\"reality\":\"SIMULATED\",\"state\":\"NONE\"}");

        Visit.logIn("zerodha");

        var status =
                given().get("/brokers/zerodha/session").then().statusCode(200).extract();
        assertThat(status.header("cache-control")).isEqualTo("no-store");
        assertThat(status.<String>path("state")).isEqualTo("OPEN");
        assertThat(status.<String>path("userId")).isEqualTo("AB1234");
        assertThat(status.<String>path("expiresAt")).endsWith("T00:30:00Z");
        assertThat(status.<String>path("openedAt")).isNotBlank();
    }

    @Test
    void sameWayBackIsTakenOnceOnly() {
        var back = Visit.throughTheBroker("zerodha");
        Visit.get(back).then().statusCode(200);

        var again = Visit.get(back).then().statusCode(409).extract().body().asString();

        assertThat(again).contains("This login was used already").contains("<a href=\"login\">Begin again</a>");
        assertThat(state()).isEqualTo("OPEN");
        assertThat(current().orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void wayBackThatNobodyBeganHereIsRefusedBeforeItsTokenIsUsed() {
        var strange = SimulatedKite.simulator().requestToken(SimulatedKite.USER);
        Visit.get("/brokers/zerodha/session?status=success&state=madeUpBySomebody&request_token=" + strange)
                .then()
                .statusCode(409);
        assertThat(state()).isEqualTo("NONE");

        var back = Visit.throughTheBroker("zerodha");
        var own = Visit.parameter(back, "request_token");
        Visit.get(back.replace(own, strange)).then().statusCode(200);
    }

    @Test
    void loginOfOneAccountOpensNoOther() {
        var back = Visit.throughTheBroker("zerodha-2").replace("/zerodha-2/", "/zerodha/");

        var named = Visit.get(back).then().statusCode(409).extract().body().asString();
        var unnamed = Visit.get(back.replace("account=zerodha-2&", "")).then().statusCode(409);

        assertThat(named)
                .contains(
                        "The login was begun for account zerodha-2, but the redirect URL of its app leads to zerodha");
        assertThat(unnamed.extract().body().asString()).contains("was not begun here");
        assertThat(state()).isEqualTo("NONE");
    }

    @Test
    void loginOfAnotherPersonIsRefusedAndTheirTokenKilled() {
        var served = accounts.find("zerodha").orElseThrow();
        var forSomebodyElse = new ZerodhaAccounts.Served(
                new ZerodhaAccount(zerodha(), served.account().kite(), Optional.of("XY0001")), served.client());
        var state = states.begin(new Broker("zerodha")).await().atMost(PATIENCE);
        var token = Secret.of(SimulatedKite.simulator().requestToken(SimulatedKite.USER));
        SimulatedKite.simulator()
                .faults()
                .arm(new Fault.SlowAnswer(Duration.ofMillis(1)))
                .at(Endpoint.LOGOUT)
                .next(1);

        assertThatThrownBy(() ->
                        logins.finish(forSomebodyElse, state, token).await().atMost(PATIENCE))
                .isInstanceOf(LoginRefusedException.class)
                .hasMessage("AB1234 logged in, but the account zerodha is for XY0001 only"
                        + " (panda.brokers.zerodha.connection.user-id). Log out at the broker, and begin again.");
        assertThat(state()).isEqualTo("NONE");
        assertThat(SimulatedKite.simulator().faults().armed())
                .as("logouts that did not come")
                .isEmpty();
    }

    @Test
    void twoAccountsOfOneKindHaveEachTheirOwn() {
        Visit.logIn("zerodha").then().statusCode(200);
        Visit.logIn("zerodha-2").then().statusCode(200);

        var other = sessions.current(brokers.account(new Broker("zerodha-2")))
                .await()
                .atMost(PATIENCE)
                .orElseThrow();

        assertThat(other.kite().profile().await().atMost(PATIENCE).userId()).isEqualTo(SimulatedKite.OTHER_USER);
        assertThat(current()
                        .orElseThrow()
                        .kite()
                        .profile()
                        .await()
                        .atMost(PATIENCE)
                        .userId())
                .isEqualTo(SimulatedKite.USER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=cancelled&state=abc",
                "request_token=abc",
                "status=success&request_token=abc",
                "status=success&state=%3Cscript%3E&request_token=abc",
                "status=success&state=abc",
                "status=success&state=abc&request_token=",
            })
    void wayBackThatIsNotWholeIsRefusedWithAPage(String query) {
        var page = Visit.get("/brokers/zerodha/session?" + query)
                .then()
                .statusCode(400)
                .extract();

        assertThat(page.header("content-type")).startsWith("text/html");
        assertThat(page.body().asString()).contains("Begin again").doesNotContain("script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"paper", "nobody", "zerodha-3"})
    void otherBrokersHaveNoLogin(String broker) {
        for (var path : List.of("/brokers/" + broker + "/login", "/brokers/" + broker + "/session")) {
            var problem = Visit.get(path).then().statusCode(404).extract();
            assertThat(problem.header("content-type")).isEqualTo("application/problem+json");
            assertThat(problem.<String>path("detail"))
                    .isEqualTo("broker '" + broker
                            + "' is no active account of kind zerodha; active here are zerodha, zerodha-2");
        }
    }

    @Test
    void kiteThatIsAwayIsNamedAndNothingIsOpened() {
        var back = Visit.throughTheBroker("zerodha");
        SimulatedKite.simulator()
                .faults()
                .arm(Fault.AnswerBefore.unavailable())
                .at(Endpoint.SESSION)
                .always();

        var page = Visit.get(back).then().statusCode(502).extract().body().asString();

        assertThat(page).contains("Not logged in").doesNotContain(Visit.parameter(back, "request_token"));
        assertThat(state()).isEqualTo("NONE");
    }

    @Test
    void deadTokenEndsTheSessionAndTellsAPersonOnce() {
        Visit.logIn("zerodha");
        var access = current().orElseThrow();
        SimulatedKite.simulator().logOutEverywhere(SimulatedKite.USER);
        assertThatThrownBy(() -> access.kite().profile().await().atMost(PATIENCE))
                .isInstanceOf(KiteSessionException.class);

        dead(access.version());
        dead(access.version());

        assertThat(current()).isEmpty();
        assertThat(state()).isEqualTo("ENDED");
        assertThat(given().get("/brokers/zerodha/session").<String>path("endedWhy"))
                .isEqualTo("Kite answered 403");
        assertThat(alarms("resolved_at is null")).isOne();
        assertThat(alarms("true")).isOne();
    }

    @Test
    void nextLoginResolvesTheAlarmAndADelayedRefusalOfTheOldTokenChangesNothing() {
        Visit.logIn("zerodha");
        dead(1);
        Visit.logIn("zerodha");

        dead(1);

        assertThat(current().orElseThrow().version()).isEqualTo(2);
        assertThat(alarms("resolved_at is not null")).isOne();
        assertThat(alarms("resolved_at is null")).isZero();
    }

    @Test
    void sessionOverItsTimeIsGoneWithoutAskingAnybody() {
        Visit.logIn("zerodha");
        Ledger.rows("update broker_sessions set expires_at = now() - interval '1 second'");

        assertThat(current()).isEmpty();
        assertThat(state()).isEqualTo("EXPIRED");
    }

    @Test
    void sessionWhoseKeyIsAnotherIsNoneAndIsTold() {
        Visit.logIn("zerodha");
        Ledger.rows("update broker_sessions set version = version + 1");

        assertThat(current()).isEmpty();
        assertThat(current()).isEmpty();
        assertThat(alarms("words like '%panda.secrets.key%'")).isOne();
        assertThat(given().delete("/brokers/zerodha/session").<String>path("endedWhy"))
                .isEqualTo("logged out here; Kite was not told, the token does not open");
    }

    @Test
    void logoutKillsTheTokenAtKiteToo() {
        Visit.logIn("zerodha");
        var access = current().orElseThrow();

        var status = given().delete("/brokers/zerodha/session")
                .then()
                .statusCode(200)
                .extract();

        assertThat(status.<String>path("state")).isEqualTo("ENDED");
        assertThat(status.<String>path("endedWhy")).isEqualTo("logged out");
        assertThatThrownBy(() -> access.kite().profile().await().atMost(PATIENCE))
                .isInstanceOf(KiteSessionException.class);
        given().delete("/brokers/zerodha/session").then().statusCode(200);
    }

    @Test
    void logoutEndsTheSessionHereThoughKiteIsAway() {
        Visit.logIn("zerodha");
        SimulatedKite.simulator()
                .faults()
                .arm(Fault.AnswerBefore.unavailable())
                .at(Endpoint.LOGOUT)
                .always();

        assertThat(given().delete("/brokers/zerodha/session").<String>path("endedWhy"))
                .startsWith("logged out here; Kite did not confirm it: ");
        assertThat(current()).isEmpty();
    }

    @Test
    void eventsPostedToTheSameAddressesAreStillTheDoors() {
        assertThat(RawHttp.post("/brokers/zerodha/session", List.of(), new byte[0]))
                .isEqualTo(400);
    }

    @Test
    void nothingThatOpensTheAccountIsWrittenDownAnywhere() {
        try (var log = new LogCapture()) {
            var back = Visit.throughTheBroker("zerodha");
            var page = Visit.get(back).then().statusCode(200).extract().body().asString();
            Visit.get(back).then().statusCode(409);
            var token = SessionSecrets.accessToken(current().orElseThrow());
            var secrets = List.of(Visit.parameter(back, "request_token"), Visit.parameter(back, "state"), token);

            assertThat(page).doesNotContain(secrets.toArray(String[]::new));
            assertThat(log.text()).contains("logged in: broker=zerodha").doesNotContain(secrets.toArray(String[]::new));
            assertThat(Ledger.rows("select broker_sessions::text from broker_sessions")
                            .toString())
                    .doesNotContain(secrets.toArray(String[]::new));
        }
    }
}
