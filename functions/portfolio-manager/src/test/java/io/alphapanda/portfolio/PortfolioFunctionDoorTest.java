package io.alphapanda.portfolio;

import io.alphapanda.stage.testing.FunctionDoorway;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.LaneStageSpecification;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(House.class)
class PortfolioFunctionDoorTest extends LaneStageSpecification {

    PortfolioFunctionDoorTest() {
        super(new PortfolioStage(), "function", FunctionDoorway::new);
    }
}
