package io.alphapanda.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.alphapanda.feed.status.FeedProgress;
import io.alphapanda.feed.status.FeedState;
import io.alphapanda.stage.meter.Meter;
import io.alphapanda.stage.meter.StageMeters;
import io.alphapanda.stage.testing.Await;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.MetricsPage;
import io.alphapanda.stage.testing.Scrape;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

/// How the feed is getting on can be read.
@QuarkusTest
@QuarkusTestResource(House.class)
@QuarkusTestResource(RecordedDay.class)
class FeedMetersTest {

    @Test
    void whatIsPublishedIsCounted() {
        Await.until("the file's end", () -> Scrape.now().sum("panda_feed_state", "state", "ended") == 1);
        var scrape = Scrape.now();

        assertThat(scrape.sum("panda_feed_ticks_total")).isEqualTo(3);
        assertThat(scrape.sum("panda_feed_batches_total")).isEqualTo(4);
        assertThat(scrape.sum("panda_feed_batches_in_flight")).isZero();
        assertThat(scrape.sum("panda_feed_broken_lines")).isEqualTo(1);
        assertThat(scrape.sum("panda_feed_leases_lost_total")).isZero();
        assertThat(scrape.sum("panda_feed_state")).isEqualTo(1);
        assertThat(scrape.sum("panda_feed_epoch")).isPositive();
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'feed' }.data.state", equalTo("ended"))
                .body("checks.find { it.name == 'feed' }.data.leaseLost", equalTo(false));
    }

    @Test
    void feedThatHasLostItsLeaseIsNotReadyAndSaysWhy() {
        var progress = new FeedProgress();
        progress.leased(3);
        progress.is(FeedState.RUNNING);
        assertThat(FeedReadiness.of(progress).getStatus()).isEqualTo(Status.UP);

        progress.leaseLost();
        progress.troubled("another publisher has the lease: epoch 3");
        progress.is(FeedState.WAITING_FOR_LEASE);

        var lost = FeedReadiness.of(progress);
        assertThat(lost.getStatus()).isEqualTo(Status.DOWN);
        assertThat(lost.getData().orElseThrow())
                .containsEntry("leaseLost", true)
                .containsEntry("trouble", "another publisher has the lease: epoch 3");
        assertThat(progress.leasesLost()).isEqualTo(1);

        progress.leased(5);
        assertThat(FeedReadiness.of(progress).getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void feedThatWaitsForItsFirstLeaseStandsBy() {
        assertThat(FeedReadiness.of(new FeedProgress()).getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void metersServeTheCatalogueAndNothingElse() {
        var scrape = Scrape.now();
        var all = new ArrayList<Meter>(StageMeters.ALL);
        all.addAll(FeedMeters.ALL);

        MetricsPage.assertOnlyDocumented(scrape, all);
        MetricsPage.assertServed(scrape, FeedMeters.ALL);
    }

    @Test
    void thePageSaysWhatTheCatalogueSays() throws IOException {
        MetricsPage.check("market-feed", FeedMeters.ALL);
    }
}
