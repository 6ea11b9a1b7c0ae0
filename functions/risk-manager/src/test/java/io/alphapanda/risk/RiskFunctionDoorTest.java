package io.alphapanda.risk;

import io.alphapanda.stage.testing.FunctionDoorway;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.LaneStageSpecification;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(House.class)
class RiskFunctionDoorTest extends LaneStageSpecification {

    RiskFunctionDoorTest() {
        super(new RiskStage(), "function", FunctionDoorway::new);
    }
}
