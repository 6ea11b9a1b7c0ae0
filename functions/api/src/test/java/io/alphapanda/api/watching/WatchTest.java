package io.alphapanda.api.watching;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.api.Access;
import io.alphapanda.stage.delivery.FreshContext;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.Ledger;
import io.alphapanda.stage.testing.Redis;
import io.alphapanda.stage.watch.KafkaView;
import io.alphapanda.stage.watch.ServiceView;
import io.alphapanda.stage.watch.Views;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the watch writes down, and what a person does with it.
@QuarkusTest
@QuarkusTestResource(House.class)
@QuarkusTestResource(Access.class)
class WatchTest {

    private static final String PATH = "/api/v1/alerts";

    @Inject
    Watch watch;

    @Inject
    RedisDataSource redis;

    @Inject
    Vertx vertx;

    @Inject
    Clock clock;

    @BeforeEach
    void emptyHouse() {
        Ledger.rows("truncate alarms, alerts, acknowledgements, notifications, outbox, trading_states, orders, replays"
                + " cascade");
        redis.flushall();
        Access.everybodyIsLoggedIn();
    }

    private void look() {
        assertThat(new FreshContext(vertx).run(() -> watch.look()).await().atMost(Duration.ofSeconds(20)))
                .isTrue();
    }

    private void letters(long count) {
        Redis.set(
                Views.KAFKA,
                Views.write(new KafkaView(
                        clock.instant(),
                        "feed-1",
                        List.of(),
                        List.of(),
                        List.of(new KafkaView.Letters("paper.orders.filled.dlq", 0, count, Optional.empty())))));
    }

    private static JsonPath alerts() {
        return given().get(PATH).jsonPath();
    }

    @Test
    void aConditionIsRaisedOnceAndEndsByItself() {
        letters(2);
        look();
        look();

        var alert = alerts();
        assertThat(alert.getList("alerts.code")).containsExactly("DEAD_LETTERS");
        assertThat(alert.getMap("alerts[0]"))
                .containsEntry("source", "RULE")
                .containsEntry("category", "PIPELINE")
                .containsEntry("severity", "CRITICAL")
                .containsEntry("broker", null)
                .containsEntry("subject", "paper.orders.filled.dlq")
                .containsEntry("resolvedAt", null);
        assertThat(given().get(PATH + "/summary").jsonPath().getInt("house.codes.DEAD_LETTERS"))
                .isEqualTo(1);

        letters(0);
        look();
        assertThat(alerts().getString("alerts[0].resolvedAt")).isEqualTo("2026-01-05T04:30:00Z");
        assertThat(alerts().getString("alerts[0].resolvedBy")).isEqualTo("the condition ended");

        letters(1);
        look();
        assertThat(alerts().getList("alerts.resolvedAt")).containsExactly(null, "2026-01-05T04:30:00Z");
    }

    @Test
    void whatAPersonHasResolvedIsRaisedAgainOnlyAfterItWasGone() {
        letters(1);
        look();
        var id = alerts().getString("alerts[0].id");

        var resolved = given().post(PATH + "/" + id + "/resolve");
        assertThat(resolved.statusCode()).isEqualTo(200);
        assertThat(resolved.jsonPath().getString("resolvedBy")).isEqualTo("ada");
        look();
        assertThat(alerts().getList("alerts")).hasSize(1);

        letters(0);
        look();
        letters(1);
        look();
        assertThat(alerts().getList("alerts")).hasSize(2);
    }

    @Test
    void whoLooksAtAnAlertFirstIsKept() {
        Ledger.rows("insert into alarms (broker, code, subject, words, halted) values ('paper', 'A', 'o', 'w', true)");
        var id = alerts().getString("alerts[0].id");

        var first = given().post(PATH + "/" + id + "/acknowledge");
        var second = given().post(PATH + "/" + id + "/acknowledge");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.jsonPath().getString("acknowledgedBy")).isEqualTo("ada");
        assertThat(second.jsonPath().getString("acknowledgedAt"))
                .isEqualTo(first.jsonPath().getString("acknowledgedAt"));
        assertThat(second.jsonPath().getString("resolvedAt")).isNull();
        assertThat(given().get(PATH + "/" + id).jsonPath().getString("acknowledgedBy"))
                .isEqualTo("ada");
    }

    @Test
    void anAlarmOfTheEngineIsResolvedWhereItsLaneIsResumed() {
        Ledger.rows("insert into alarms (broker, code, subject, words, halted) values ('paper', 'A', 'o', 'w', true)");

        var refused = given().post(PATH + "/" + alerts().getString("alerts[0].id") + "/resolve");

        assertProblem(refused, 409, "not-resolvable");
        assertThat(refused.jsonPath().getString("detail")).contains("./panda resume paper");
        assertThat(alerts().getString("alerts[0].resolvedAt")).isNull();
    }

    @Test
    void anAlertThatIsNoneIsNamed() {
        for (var path : List.of("/alert-1/acknowledge", "/alert-1/resolve", "/alarm-x/resolve")) {
            assertProblem(given().post(PATH + path), 404, "unknown-alert");
        }
        assertProblem(given().get(PATH + "/alert-1"), 404, "unknown-alert");
        assertProblem(given().post(PATH + "/" + "x".repeat(300) + "/resolve"), 400, "bad-parameter");
        Ledger.rows(
                "insert into alarms (broker, code, subject, words, halted) values ('zerodha', 'A', 'o', 'w', true)");
        assertProblem(
                given().post(PATH + "/alarm-" + Ledger.count("select id from alarms") + "/acknowledge"),
                404,
                "unknown-alert");
    }

    private static void assertProblem(Response answer, int status, String type) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:alpha-panda:problem:" + type);
    }

    @Test
    void onlyATraderAnswersAnAlertAndTheAuditKnowsIt() {
        Ledger.rows("insert into alarms (broker, code, subject, words, halted) values ('paper', 'A', 'o', 'w', true)");
        var path = PATH + "/" + alerts().getString("alerts[0].id") + "/acknowledge";

        assertProblem(given().header("Authorization", "").post(path), 401, "unauthenticated");
        assertProblem(as(Access.VIEWER).post(path), 403, "forbidden");
        assertThat(as(Access.TRADER).post(path).jsonPath().getString("acknowledgedBy"))
                .isEqualTo("tom");
        assertThat(Ledger.rows("select user_name, action, outcome from audit order by id desc limit 1"))
                .containsExactly(List.of("tom", "ALERT_ACKNOWLEDGED", "DONE"));
    }

    private static RequestSpecification as(String user) {
        return given().header("Authorization", "Bearer " + Access.token(user));
    }

    @Test
    void aTestIsRaisedAndStandsInNobodysWay() {
        var raised = given().post(PATH + "/test");
        look();

        assertThat(raised.statusCode()).isEqualTo(200);
        assertThat(raised.jsonPath().getString("code")).isEqualTo("TEST");
        assertThat(given().queryParam("state", "standing").get(PATH).jsonPath().getList("alerts"))
                .isEmpty();
        assertThat(given().queryParam("severity", "INFO").get(PATH).jsonPath().getList("alerts"))
                .hasSize(1);
    }

    @Test
    void aProcessOfYesterdayIsForgotten() {
        var gone = new ServiceView(
                "trading-engine",
                "a",
                clock.instant().minus(Duration.ofHours(25)),
                clock.instant(),
                "1",
                "25",
                List.of(),
                Optional.empty(),
                Optional.empty());
        Redis.hset(Views.SERVICES, gone.field(), Views.write(gone));

        look();

        assertThat(Redis.hget(Views.SERVICES, gone.field())).isEmpty();
    }

    @Test
    void rulesSayWhatCanBeTold() {
        assertThat(given().get(PATH + "/rules").jsonPath().getList("rules.code"))
                .contains("LAG_HIGH", "TEST");
    }

    @Test
    void whatIsOfAnAccountIsToldWithIt() {
        letters(1);
        Ledger.rows("insert into outbox (stage, broker, cause_id, event_id, topic, type, partition_key, correlation_id,"
                + " traceparent, event_time, data, created_at) values ('risk-manager', 'paper', 'c', 'e', 't', 't', 'k',"
                + " 'i', 't', now(), '', '2026-01-05T04:29:00Z')");
        Ledger.rows("insert into trading_states (broker, strategy, state, version, reason, changed_by)"
                + " values ('paper', '', 'HALTED', 1, 'r', 'w')");

        look();

        assertThat(alerts().getList("alerts.code"))
                .containsExactlyInAnyOrder("DEAD_LETTERS", "OUTBOX_UNSENT", "LANE_HALTED");
        assertThat(given().queryParam("broker", "paper").get(PATH).jsonPath().getList("alerts.code"))
                .containsExactlyInAnyOrder("OUTBOX_UNSENT", "LANE_HALTED");
    }

    @Test
    void theHouseTellsItsHealthAndHowItWas() {
        letters(0);
        look();
        look();
        letters(1);
        look();

        var health = given().get("/api/v1/monitoring/health").jsonPath();
        assertThat(health.getString("status")).isEqualTo("DOWN");
        assertThat(health.getList("parts.name"))
                .containsExactly("stores", "pipeline", "market", "system", "lane:paper", "lane:paper-b");
        assertThat(health.getString("parts[1].words[0]")).startsWith("DEAD_LETTERS paper.orders.filled.dlq: 1 could");

        var history = given().get("/api/v1/monitoring/health/history").jsonPath();
        assertThat(history.getList("history.status")).containsExactly("DOWN", "UP");
        assertThat(given().queryParam("limit", "0")
                        .get("/api/v1/monitoring/health/history")
                        .statusCode())
                .isEqualTo(400);
    }
}
