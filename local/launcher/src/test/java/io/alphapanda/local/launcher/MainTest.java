package io.alphapanda.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class MainTest {

    private final StringWriter errors = new StringWriter();

    private int panda(String... arguments) {
        return Main.commandLine().setErr(new PrintWriter(errors, true)).execute(arguments);
    }

    @Test
    void runThatCannotStartSaysWhyInOneLine() {
        assertThat(panda("run", "--speed", "fast")).isEqualTo(1);

        assertThat(errors.toString().strip()).isEqualTo("panda: --speed fast must be max, or 1x to 1000x");
    }

    @Test
    void functionThatIsNoneIsNamedBesideThoseThereAre() {
        assertThat(panda("dev", "nothing")).isEqualTo(1);

        assertThat(errors.toString().strip())
                .isEqualTo("panda: there is no function nothing; there are api, market-feed, portfolio-manager,"
                        + " risk-manager, strategy-runner, trading-engine");
    }

    @Test
    void devModeOfManyArmsIsRefused() {
        assertThat(panda("dev", "risk-manager", "--isolated")).isEqualTo(1);

        assertThat(errors.toString().strip())
                .isEqualTo("panda: dev goes with one process for all brokers; leave --isolated out");
    }

    @Test
    void devModeBehindTheStreamDoorIsRefused() {
        assertThat(panda("dev", "risk-manager", "--door", "stream")).isEqualTo(1);

        assertThat(errors.toString()).contains("leave --door out");
    }
}
