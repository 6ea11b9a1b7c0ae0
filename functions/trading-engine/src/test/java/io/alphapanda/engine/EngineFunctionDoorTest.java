package io.alphapanda.engine;

import io.alphapanda.stage.testing.FunctionDoorway;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.LaneStageSpecification;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(House.class)
class EngineFunctionDoorTest extends LaneStageSpecification {

    EngineFunctionDoorTest() {
        super(new EngineStage(), "function", FunctionDoorway::new);
    }
}
