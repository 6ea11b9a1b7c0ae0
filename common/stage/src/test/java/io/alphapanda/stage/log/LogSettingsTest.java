package io.alphapanda.stage.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.stage.broker.ConfigurationException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LogSettingsTest {

    private record Given(boolean shared, String lines, String hours, String queue) implements LogConfiguration {}

    @Test
    void numbersAreTakenAsTheyAre() {
        assertThat(LogSettings.of(new Given(true, "5000", "72", "2000")))
                .isEqualTo(new LogSettings(true, 5_000, Duration.ofHours(72), 2_000));
    }

    @Test
    void aNumberOutOfBoundsIsNamedWithItsBounds() {
        assertThatThrownBy(() -> LogSettings.of(new Given(true, "99", "72", "2000")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "panda.logs.lines '99' must be a whole number from 100 to 1000000; change it or leave it out");
    }
}
