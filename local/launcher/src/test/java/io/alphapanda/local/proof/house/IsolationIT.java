package io.alphapanda.local.proof.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.local.proof.Trial;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Lane A beside a broken lane B, in a whole house of packaged functions. With more faults, and with its control, it is
/// `./panda soak house-isolation`.
class IsolationIT {

    private static final Path ROOT =
            Path.of(System.getProperty("panda.root")).toAbsolutePath().normalize();
    private static final int FAULTS = 10;

    @Test
    void laneAComesToTheSameWithAndWithoutABrokenLaneB() {
        var isolation = BrokenLane.experiment();

        var words = isolation.body().run(new Trial(FAULTS, isolation.seed(), ROOT, System.out::println));

        assertThat(words).contains(FAULTS + " faults in a morning", "books of paper the same");
    }
}
