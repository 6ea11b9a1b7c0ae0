package io.alphapanda.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.alphapanda.api.stream.StreamMeters;
import io.alphapanda.stage.meter.StageMeters;
import io.alphapanda.stage.testing.Await;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.Ledger;
import io.alphapanda.stage.testing.PackagedFunction;
import io.alphapanda.stage.testing.Redis;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The packaged read layer over books somebody else has written: every kind of answer once, whole.
@QuarkusIntegrationTest
@QuarkusTestResource(House.class)
@QuarkusTestResource(Access.class)
@QuarkusTestResource(value = ShortStreams.class, restrictToAnnotatedClass = true)
class ApiIT extends PackagedFunction {

    private static final Instant TIME = Instant.parse("2026-01-05T04:00:00Z");

    ApiIT() {
        super(Stream.concat(StageMeters.ALL.stream(), StreamMeters.ALL.stream()).toList());
    }

    @BeforeAll
    static void books() {
        Access.everybodyIsLoggedIn();
        Ledger.rows("""
                insert into portfolios (broker, strategy, starting_cash, cash, realized_pnl, fees, version, viewed, changed_at)
                values ('paper', 'momentum', 1000000, 998995, 0, 5, 1, 0, '2026-01-05T04:00:00Z')""");
        Ledger.rows("""
                insert into positions (broker, strategy, instrument, quantity, cost, realized_pnl, fees, sequence)
                values ('paper', 'momentum', 'NSE:TCS', 10, 1000, 0, 5, 1)""");
        Ledger.rows("""
                insert into orders (id, signal_id, correlation_id, broker, kind, strategy, instrument, side, quantity,
                    reference_price, reference_time, expires_at, due_at, status, waits_for_price, version,
                    filled_quantity, filled_value, failure, recorded_at, changed_at)
                values ('o-1', 's-1', 'idea-1', 'paper', 'paper', 'momentum', 'NSE:TCS', 'BUY', 10, 100,
                    '2026-01-05T04:00:00Z', '2026-01-05T04:01:00Z', '2026-01-05T04:00:00Z', 'FILLED', false, 2, 10, 1000,
                    null, '2026-01-05T04:00:00Z', '2026-01-05T04:00:00Z')""");
        Redis.hset(
                "paper:portfolio:momentum",
                "json",
                "{\"broker\":\"paper\",\"strategy\":\"momentum\",\"startingCash\":\"1000000\",\"cash\":\"998995\","
                        + "\"realizedPnl\":\"0\",\"fees\":\"5\",\"version\":1}");
        Redis.hset(
                "paper:positions:NSE:TCS",
                "momentum",
                "{\"quantity\":\"10\",\"cost\":\"1000\",\"realizedPnl\":\"0\",\"fees\":\"5\",\"sequence\":1}");
        Redis.lastPrice("NSE:TCS", "110", TIME);
    }

    @Test
    void portfoliosAreListedSummedAndTold() {
        given().get("/api/v1/portfolios")
                .then()
                .statusCode(200)
                .body("portfolios", hasSize(1))
                .body("portfolios[0].strategy", equalTo("momentum"));
        given().get("/api/v1/portfolios/paper/summary").then().statusCode(200).body("broker", equalTo("paper"));
        given().get("/api/v1/portfolios/paper/momentum")
                .then()
                .statusCode(200)
                .body("positions", hasSize(1))
                .body("positions[0].instrument", equalTo("NSE:TCS"))
                .body("positions[0].signedQuantity", equalTo("10"));
    }

    @Test
    void orderIsTold() {
        given().queryParam("correlationId", "idea-1")
                .get("/api/v1/orders")
                .then()
                .statusCode(200)
                .body("orders", hasSize(1))
                .body("orders[0].id", equalTo("o-1"))
                .body("orders[0].averagePrice", equalTo("100"))
                .body("orders[0].failure", nullValue())
                .body("nextCursor", nullValue());
    }

    @Test
    void sessionsHealthAndTheIndexAreTold() {
        given().get("/api/v1/sessions").then().statusCode(200);
        given().get("/health").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/").then().statusCode(200).body("endpoints", hasKey("portfolios"));
    }

    @Test
    void whatItLogsIsSharedWithTheHouse() {
        Await.until("its start is in the log of all rooms", () -> given().queryParam("search", "started in")
                .get("/api/v1/logs")
                .jsonPath()
                .getList("lines.room")
                .contains("api"));
        given().get("/api/v1/logs/channels")
                .then()
                .statusCode(200)
                .body("channels.find { it.channel == 'performance' }.lines", greaterThan(0));
    }

    @Test
    void whatHappensIsToldUntilWhoeverListensHasToSayAgainWhoTheyAre() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(30_000);
            var request =
                    "GET /api/v1/stream HTTP/1.1\r\nhost: x\r\nauthorization: Bearer %s\r\nconnection: close\r\n\r\n"
                            .formatted(Access.token(Access.ADMIN));
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

            var told = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(told).contains("event: open", "event: pipeline", "event: health", "event: portfolios");
        }
    }

    @Test
    void whatCantBeAnsweredIsAProblem() {
        given().get("/api/v1/portfolios/nobody/summary")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:alpha-panda:problem:unknown-broker"))
                .body("allowed", equalTo(List.of("paper", "paper-b")));
        given().queryParam("limit", "501")
                .get("/api/v1/orders")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo("limit"));
        given().get("/nosuch").then().statusCode(404).contentType("application/problem+json");
        given().body("{}").contentType("application/json").post("/").then().statusCode(405);
    }

    @Test
    void pathsAreDocumented() {
        given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("paths", hasKey("/api/v1/orders"));
        assertThat(given().get("/q/metrics").asString()).contains("stage=\"api\"");
    }
}
