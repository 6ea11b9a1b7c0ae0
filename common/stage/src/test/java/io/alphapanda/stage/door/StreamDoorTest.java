package io.alphapanda.stage.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.alphapanda.stage.meter.StageMeters;
import io.alphapanda.stage.testing.Await;
import io.alphapanda.stage.testing.Doorway;
import io.alphapanda.stage.testing.MetricsPage;
import io.alphapanda.stage.testing.RawHttp;
import io.alphapanda.stage.testing.Scrape;
import io.alphapanda.stage.testing.StreamDoorOpen;
import io.alphapanda.stage.testing.StreamDoorway;
import io.alphapanda.stage.trial.TrialFunction;
import io.alphapanda.stage.trial.TrialHouse;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Events as they lie in their topics; the stage reads them itself.
@QuarkusTest
@QuarkusTestResource(TrialHouse.class)
@TestProfile(StreamDoorOpen.class)
class StreamDoorTest extends EveryDoor {

    @Test
    void eventPostedToTheFunctionDoorIsRefusedClearly() {
        assertThat(RawHttp.post(knock("paper", "posted"))).isEqualTo(409);
        assertThat(Scrape.now().deliveries("wrong-door")).isPositive();
    }

    @Test
    void eachLaneHasAConsumerOfItsOwnThatTellsHowItIs() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'stream-door' }.data.open", equalTo(true))
                .body("checks.find { it.name == 'stream-door' }.data.'paper.signals.raw'", equalTo("reading"))
                .body("checks.find { it.name == 'stream-door' }.data.'paper-b.signals.raw'", equalTo("reading"));
        given().get("/q/health/live").then().statusCode(200);
        assertThat(Scrape.now().sum("panda_stream_door_reading")).isEqualTo(2);
    }

    @Test
    void lagOfEachPartitionIsShownAndFallsToNothing() {
        var scrapes = "panda_stream_door_lag";
        Await.until(
                "every partition is shown",
                () -> Scrape.now().samples().stream()
                                .filter(each -> each.name().equals(scrapes))
                                .count()
                        == 8);
        Await.until("nothing is behind", () -> Scrape.now().sum(scrapes) == 0);
    }

    @Test
    void metersServeNothingThatIsNotDocumented() {
        MetricsPage.assertOnlyDocumented(Scrape.now(), StageMeters.ALL);
        MetricsPage.assertServed(
                Scrape.now(), List.of(StageMeters.STREAM_READING, StageMeters.RESENT, StageMeters.OUTBOX_UNSENT));
    }

    @Override
    String name() {
        return "stream";
    }

    @Override
    Doorway doorway() {
        return new StreamDoorway(TrialFunction::group);
    }
}
