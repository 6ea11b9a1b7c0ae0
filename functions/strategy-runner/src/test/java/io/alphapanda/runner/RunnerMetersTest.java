package io.alphapanda.runner;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.alphapanda.stage.meter.Meter;
import io.alphapanda.stage.meter.StageMeters;
import io.alphapanda.stage.testing.Await;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.Ledger;
import io.alphapanda.stage.testing.MetricsPage;
import io.alphapanda.stage.testing.Scrape;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What has happened to batches, signals and definitions can be read.
@QuarkusTest
@QuarkusTestResource(House.class)
@TestProfile(RunnerProfile.class)
class RunnerMetersTest {

    private static final String IRREGULAR = "panda_batches_irregular_total";

    @Test
    void batchesThatAreNotTheNextAreCountedByWhatIsWrongWithThem() {
        var shard = new Shardful();
        var before = Scrape.now();
        var first = shard.next("100");
        assertThat(Shardful.post(first)).isEqualTo(204);
        assertThat(Shardful.post(first)).isEqualTo(204);
        shard.skip();
        var late = shard.next("100");
        shard.newPublisher();
        assertThat(Shardful.post(shard.next("100"))).isEqualTo(204);
        shard.oldPublisher();
        assertThat(Shardful.post(late)).isEqualTo(204);
        assertThat(Shardful.post(shard.next("100"))).isEqualTo(204);

        var after = Scrape.now();

        assertThat(grown(before, after, IRREGULAR, "kind", "repeated")).isEqualTo(2);
        assertThat(grown(before, after, IRREGULAR, "kind", "gap")).isEqualTo(1);
        assertThat(grown(before, after, IRREGULAR, "kind", "older-epoch")).isEqualTo(1);
    }

    @Test
    void signalsAreCountedForEveryLaneAndStrategy() {
        var shard = new Shardful();
        var before = Scrape.now();

        assertThat(Shardful.post(shard.next("100", "100"))).isEqualTo(204);

        var after = Scrape.now();
        for (var lane : List.of("paper", "paper-b")) {
            assertThat(grown(before, after, "panda_signals_total", "lane", lane, "strategy", "pulse"))
                    .as(lane)
                    .isEqualTo(2);
        }
        assertThat(grown(before, after, "panda_ticks_total")).isEqualTo(2);
        assertThat(grown(before, after, "panda_decision_seconds_count", "lane", "market"))
                .isEqualTo(1);
    }

    @Test
    void definitionThatIsRefusedIsNamedWithTheReasonAndTheStageStaysReady() {
        readyAndWhole();
        Ledger.rows("""
                update strategies set version = nextval('strategy_versions'), source = 'test',
                    definition = jsonb_set(definition, '{type}', '"crystal-ball"') where id = 'solo'
                """);
        try {
            Await.until("it is refused", () -> Scrape.now().sum("panda_strategies_refused") == 1);
            given().get("/q/health/ready")
                    .then()
                    .statusCode(200)
                    .body("checks.find { it.name == 'strategies' }.status", equalTo("UP"))
                    .body("checks.find { it.name == 'strategies' }.data.degraded", equalTo(true))
                    .body(
                            "checks.find { it.name == 'strategies' }.data.'refused.solo'",
                            containsString("type 'crystal-ball' is unknown"));
            assertThat(Scrape.now().sum("panda_strategies_in_force")).isEqualTo(2);
        } finally {
            Ledger.rows("""
                    update strategies set version = nextval('strategy_versions'),
                        definition = jsonb_set(definition, '{type}', '"momentum"') where id = 'solo'
                    """);
        }
        Await.until("it is in force again", () -> Scrape.now().sum("panda_strategies_refused") == 0);
        readyAndWhole();
    }

    private static void readyAndWhole() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'strategies' }.data.degraded", equalTo(false));
    }

    @Test
    void metersServeTheCatalogueAndNothingElse() {
        assertThat(Shardful.post(new Shardful().next("100"))).isEqualTo(204);
        var scrape = Scrape.now();
        var all = new ArrayList<Meter>(StageMeters.ALL);
        all.addAll(RunnerMeters.ALL);

        MetricsPage.assertOnlyDocumented(scrape, all);
        MetricsPage.assertServed(scrape, RunnerMeters.ALL);
        MetricsPage.assertServed(
                scrape,
                List.of(
                        StageMeters.DELIVERY,
                        StageMeters.DECISION,
                        StageMeters.OUTBOX_UNSENT,
                        StageMeters.OUTBOX_OLDEST,
                        StageMeters.RESENT));
    }

    @Test
    void thePageSaysWhatTheCatalogueSays() throws IOException {
        MetricsPage.check("strategy-runner", RunnerMeters.ALL);
    }

    private static double grown(Scrape before, Scrape after, String name, String... labels) {
        return after.sum(name, labels) - before.sum(name, labels);
    }
}
