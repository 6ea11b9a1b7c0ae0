package io.alphapanda.engine;

import io.alphapanda.domain.event.ConsumerGroups;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.LaneStageSpecification;
import io.alphapanda.stage.testing.StreamDoorOpen;
import io.alphapanda.stage.testing.StreamDoorway;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@QuarkusTestResource(House.class)
@TestProfile(StreamDoorOpen.class)
class EngineStreamDoorTest extends LaneStageSpecification {

    EngineStreamDoorTest() {
        super(new EngineStage(), "stream", () -> new StreamDoorway(ConsumerGroups::tradingEngine));
    }
}
