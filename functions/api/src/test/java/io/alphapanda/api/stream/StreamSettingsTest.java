package io.alphapanda.api.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.stage.broker.ConfigurationException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamSettingsTest {

    private record Given(
            String clients, String bufferKilobytes, String heartbeatSeconds, String activityMillis, String lastsSeconds)
            implements StreamConfiguration {}

    @Test
    void numbersAreTakenAsTheyAre() {
        assertThat(StreamSettings.of(new Given("500", "1024", "15", "250", "300")))
                .isEqualTo(new StreamSettings(
                        500, 1024 * 1024, Duration.ofSeconds(15), Duration.ofMillis(250), Duration.ofMinutes(5)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "100001", "many"})
    void aNumberOutOfBoundsIsNamedWithItsBounds(String clients) {
        assertThatThrownBy(() -> StreamSettings.of(new Given(clients, "1024", "15", "250", "300")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("panda.api.stream.clients '" + clients
                        + "' must be a whole number from 1 to 100000; change it or leave it out");
    }
}
