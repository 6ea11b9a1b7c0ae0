package io.alphapanda.stage.door;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.stage.testing.DyingProbe;
import io.alphapanda.stage.trial.KilledSteps;
import io.alphapanda.stage.trial.KilledSteps.Protection;
import io.alphapanda.stage.trial.TrialHouse;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Many deaths at every step of the protocol; thousands by `./panda soak kills --long`, which reads what is written to
/// `panda.proof.result`.
@QuarkusTest
@QuarkusTestResource(TrialHouse.class)
class KilledStepsTest {

    private static final int KILLS = Integer.getInteger("panda.proof.count", 200);
    private static final long SEED = Long.getLong("panda.proof.seed", 1);

    @Inject
    DyingProbe probe;

    @Test
    void whoeverDiesAtWhateverStepLosesNothingAndDoublesNothing() throws IOException {
        try {
            new KilledSteps(probe, "killed", Protection.NONE).run(KILLS, SEED);
            result("held four steps, eight strategies side by side, a quarter of the committed not delivered again");
        } catch (AssertionError lost) {
            result("broken " + lost.getMessage());
            throw lost;
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"INBOX", "OUTBOX"})
    void itIsNoticedIfWhatProtectsIsTakenAway(Protection without) throws IOException {
        var killed = new KilledSteps(probe, "unprotected-" + without.name().toLowerCase(Locale.ROOT), without);

        assertThatThrownBy(() -> killed.run(40, SEED)).isInstanceOf(AssertionError.class);

        result("broken 2 of 2, one at a time");
    }

    private static void result(String words) throws IOException {
        var file = System.getProperty("panda.proof.result");
        if (file != null) {
            Files.writeString(Path.of(file), words);
        }
    }
}
