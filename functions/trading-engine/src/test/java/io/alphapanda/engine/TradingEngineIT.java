package io.alphapanda.engine;

import io.alphapanda.stage.meter.StageMeters;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.PackagedLane;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.util.List;
import java.util.stream.Stream;

@QuarkusIntegrationTest
@QuarkusTestResource(House.class)
class TradingEngineIT extends PackagedLane {

    TradingEngineIT() {
        super(
                "trading-engine",
                new EngineStage(),
                Stream.of(StageMeters.ALL, EngineMeters.ALL)
                        .flatMap(List::stream)
                        .toList());
    }
}
