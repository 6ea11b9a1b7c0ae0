package io.alphapanda.risk;

import io.alphapanda.stage.meter.StageMeters;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.PackagedLane;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
@QuarkusTestResource(House.class)
class RiskManagerIT extends PackagedLane {

    RiskManagerIT() {
        super("risk-manager", new RiskStage(), StageMeters.ALL);
    }
}
