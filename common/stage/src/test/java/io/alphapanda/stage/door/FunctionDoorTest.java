package io.alphapanda.stage.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.money.Side;
import io.alphapanda.stage.delivery.ProtocolStep;
import io.alphapanda.stage.testing.Doorway;
import io.alphapanda.stage.testing.FunctionDoorway;
import io.alphapanda.stage.testing.Knock;
import io.alphapanda.stage.testing.RawHttp;
import io.alphapanda.stage.testing.Signals;
import io.alphapanda.stage.trial.Trial;
import io.alphapanda.stage.trial.TrialHouse;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/// Events as a KafkaSource brings them; the test is the source.
@QuarkusTest
@QuarkusTestResource(TrialHouse.class)
class FunctionDoorTest extends EveryDoor {

    @Test
    void processThatDiesBeforeItsCommitHasDoneNothing() {
        var knock = knock("paper", "dies-early");
        probe.dieAt(ProtocolStep.BEFORE_COMMIT, knock.id());

        assertThat(RawHttp.post(knock)).isEqualTo(500);

        Trial.assertNothingDone(knock);
    }

    @Test
    void eventOutOfTurnAndADatabaseThatIsAwayAreTroubleThatPasses() {
        var signals = new Signals("paper", "function-passes");
        signals.next(Side.BUY, 1);
        assertThat(RawHttp.post(Knock.of(signals.next(Side.BUY, 1)))).isEqualTo(503);

        TrialHouse.database().cut();
        try {
            assertThat(RawHttp.post(knock("paper", "passes-too"))).isEqualTo(503);
        } finally {
            TrialHouse.database().mend();
        }
    }

    @Override
    String name() {
        return "function";
    }

    @Override
    Doorway doorway() {
        return new FunctionDoorway();
    }
}
