package io.alphapanda.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.stage.meter.StageMeters;
import io.alphapanda.stage.testing.Await;
import io.alphapanda.stage.testing.Door;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.PackagedLane;
import io.alphapanda.stage.testing.Redis;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusIntegrationTest
@QuarkusTestResource(House.class)
class PortfolioManagerIT extends PackagedLane {

    PortfolioManagerIT() {
        super(
                "portfolio-manager",
                new PortfolioStage(),
                Stream.of(StageMeters.ALL, BookMeters.ALL).flatMap(List::stream).toList());
    }

    @Test
    void bookedFillIsSeenInThePortfoliosView() {
        var knock = event("viewed");

        assertThat(Door.post(knock.headers(), knock.data())).isEqualTo(204);

        Await.until("the view is written", () -> Redis.hget("paper:portfolio:packaged-viewed", "json")
                .contains("\"cash\":"));
    }
}
