package io.alphapanda.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.api.stream.StreamMeters;
import io.alphapanda.stage.meter.StageMeters;
import io.alphapanda.stage.testing.Await;
import io.alphapanda.stage.testing.Ledger;
import io.alphapanda.stage.testing.MetricsPage;
import io.alphapanda.stage.testing.Scrape;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StreamTest extends ApiTest {

    private static final Instant TIME = Instant.parse("2026-01-05T04:00:01.5Z");

    @TestHTTPResource("/api/v1/stream")
    URI stream;

    private StreamReader listen(String topics) {
        return StreamReader.open(URI.create(stream + "?topics=" + topics));
    }

    private StreamReader resume(String lastEventId) {
        return StreamReader.resume(URI.create(stream + "?topics=activity"), lastEventId);
    }

    /// Listens until it has been told where it may resume.
    private static void awaitPlace(StreamReader reader) {
        Await.until("a place to resume from", () -> !reader.lastId().isEmpty());
    }

    @Test
    void aFillWrittenToTheLedgerAppearsWithItsAccountAndReality() {
        try (var reader = listen("activity")) {
            awaitPlace(reader);
            seed.order("o-1", "paper", "momentum", "idea-1", "FILLED", "10", "1005", null, TIME);
            seed.orderWas("o-1", "zerodha", "SIMULATED");

            seed.filled("f-1-event", "paper");

            var told = reader.await("activity").data();
            assertThat(told.getMap("items[0]"))
                    .containsEntry("id", "f-1-event")
                    .containsEntry("type", "io.alphapanda.order-filled.v1")
                    .containsEntry("broker", "paper")
                    .containsEntry("kind", "zerodha")
                    .containsEntry("reality", "SIMULATED")
                    .containsEntry("simulated", true)
                    .containsEntry("strategy", "momentum")
                    .containsEntry("instrument", "NSE:TCS")
                    .containsEntry("correlationId", "idea-1");
            assertThat(told.getString("items[0].data.fill.lastPrice")).isEqualTo("100.5");
        }
    }

    @Test
    void anAccountThatIsNotActiveIsNotTold() {
        try (var reader = listen("activity")) {
            awaitPlace(reader);
            seed.filled("elsewhere", "zerodha");
            seed.filled("here", "paper-b");

            reader.awaitIds("activity", "here");

            assertThat(reader.ids("activity")).containsExactly("here");
        }
    }

    @Test
    void whoResumesIsToldWhatWasMissedAndWhatComes() {
        String place;
        try (var reader = listen("activity")) {
            awaitPlace(reader);
            seed.filled("e-1", "paper");
            reader.awaitIds("activity", "e-1");
            place = reader.lastId();
        }
        var missed = new ArrayList<String>();
        for (int i = 0; i < 620; i++) {
            missed.add("missed-" + i);
        }
        seed.filled(missed, "paper");

        try (var reader = resume(place)) {
            reader.awaitIds("activity", missed.toArray(String[]::new));
            seed.filled("e-2", "paper");
            reader.awaitIds("activity", "e-2");

            // Whatever was not settled yet may be told again, under the same id.
            var told = new LinkedHashSet<>(reader.ids("activity"));
            told.remove("e-1");
            assertThat(told).hasSize(621).endsWith("e-2");
        }
    }

    @Test
    void aDecisionThatCommitsBehindALaterOneIsToldAndAResumeFromInBetweenMissesNothing() throws SQLException {
        try (var reader = listen("activity");
                var slow = DriverManager.getConnection(
                        config("test.jdbc.url"), config("panda.database.user"), "postgres")) {
            awaitPlace(reader);
            slow.setAutoCommit(false);
            try (var statement = slow.createStatement()) {
                statement.execute(Seed.FILLED.formatted("slow", "paper"));
                seed.filled("fast", "paper");
                reader.awaitIds("activity", "fast");
                var between = reader.lastId();

                slow.commit();

                reader.awaitIds("activity", "fast", "slow");
                try (var resumed = resume(between)) {
                    resumed.awaitIds("activity", "slow");
                }
            }
        }
    }

    @Test
    void aPlaceThatIsNoneOfThisLedgersSendsToTheLists() {
        try (var reader = resume("999999999999")) {
            assertThat(reader.await("reset").data().getString("topic")).isEqualTo("activity");
            seed.filled("e-1", "paper");
            reader.awaitIds("activity", "e-1");
        }
    }

    @Test
    void statesAreToldAsTheyAreAndThenWhatChanges() {
        seed.portfolio("paper", "momentum", "1000000", "998995", "0", "5", 2);
        seed.mark("NSE:TCS", "99.5", "2026-01-05T04:29:00Z");
        seed.alarm("paper", "OVERFILLED", "order-1", TIME, null);
        try (var reader = listen("portfolios,prices,pipeline,health,alerts")) {
            assertThat(reader.await("portfolios").data().getMap("items[0]"))
                    .containsEntry("broker", "paper")
                    .containsEntry("reality", "PAPER")
                    .containsEntry("cash", "998995");
            assertThat(reader.await("prices").data().getMap("items[0]"))
                    .containsEntry("instrument", "NSE:TCS")
                    .containsEntry("currency", "INR")
                    .containsEntry("price", "99.5")
                    .containsEntry("stream", "test-1");
            assertThat(reader.await("pipeline").data().getList("items.broker")).containsExactly("paper", "paper-b");
            assertThat(reader.await("pipeline").data().getList("items.reality")).containsOnly("PAPER");
            assertThat(reader.await("health").data().getString("items[0].status"))
                    .isEqualTo("UP");
            assertThat(reader.await("alerts").data().getMap("items[0]"))
                    .containsEntry("code", "OVERFILLED")
                    .containsEntry("reality", "PAPER");

            Ledger.rows("update portfolios set cash = 5, version = 3");

            Await.until(
                    "the change",
                    () -> reader.last("portfolios").getString("items[0].cash").equals("5"));
        }
    }

    @Test
    void proxiesAreToldNotToKeepItBack() {
        try (var reader = listen("health")) {
            var headers = reader.answer().headers();
            assertThat(headers.firstValue("content-type")).hasValue("text/event-stream;charset=UTF-8");
            assertThat(headers.firstValue("cache-control")).hasValue("no-store");
            assertThat(headers.firstValue("x-accel-buffering")).hasValue("no");
            assertThat(reader.await("open").data().getList("topics")).isEqualTo(List.of("health"));
        }
    }

    @Test
    void whatCantBeListenedToIsAProblem() {
        assertAnswer("/api/v1/stream", 400, """
                {"type": "urn:alpha-panda:problem:bad-parameter", "title": "A parameter can't be used", "status": 400,
                 "detail": "topics 'activity,gossip' must be some of activity, portfolios, prices, pipeline, health, alerts, logs, with commas between",
                 "instance": "/api/v1/stream", "field": "topics", "value": "activity,gossip",
                 "allowed": ["activity", "portfolios", "prices", "pipeline", "health", "alerts", "logs"]}""", Map.of("topics", "activity,gossip"));
        for (var id : List.of("-1", "x", "1 or 1=1")) {
            var answer = given().header("Last-Event-ID", id).get("/api/v1/stream");
            assertThat(answer.statusCode()).as(id).isEqualTo(400);
            assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:alpha-panda:problem:bad-cursor");
        }
    }

    @Test
    void metersServeTheCatalogueAndNothingElse() throws IOException {
        try (var reader = listen("health")) {
            reader.await("health");
            var scrape = Scrape.now();
            var all = new ArrayList<>(StageMeters.ALL);
            all.addAll(StreamMeters.ALL);

            assertThat(scrape.sum("panda_stream_clients")).isPositive();
            MetricsPage.assertOnlyDocumented(scrape, all);
            MetricsPage.assertServed(scrape, StreamMeters.ALL);
        }
        MetricsPage.check("api", StreamMeters.ALL);
    }

    private static String config(String key) {
        return ConfigProvider.getConfig().getValue(key, String.class);
    }
}
