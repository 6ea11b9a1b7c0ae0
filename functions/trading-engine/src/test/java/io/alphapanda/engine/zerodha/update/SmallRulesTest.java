package io.alphapanda.engine.zerodha.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.stage.broker.ConfigurationException;
import io.alphapanda.stage.broker.Connection;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When to try again, when to complain, and whether to listen at all.
class SmallRulesTest {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "6, 32", "7, 60", "1000, 60"})
    void pausesDoubleUpToAMinute(int failures, int seconds) {
        assertThat(UpdateLine.Terms.USUAL.backoff().after(failures)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void complaintsAreALineAMinuteAndNoneIsForgotten() {
        var complaints = new Complaints();
        assertThat(complaints.add(-5)).isEqualTo(OptionalLong.of(1));
        for (int i = 0; i < 999; i++) {
            assertThat(complaints.add(MINUTE - 6)).isEmpty();
        }
        assertThat(complaints.add(MINUTE - 5)).isEqualTo(OptionalLong.of(1000));
        assertThat(complaints.add(MINUTE)).isEmpty();
    }

    @Test
    void tickerIsListenedToUnlessSwitchedOff() {
        assertThat(UpdateLines.isOn(connection(Map.of()))).isTrue();
        assertThat(UpdateLines.isOn(connection(Map.of("panda.brokers.z.connection.order-updates", "false"))))
                .isFalse();
        assertThatThrownBy(() -> UpdateLines.isOn(connection(Map.of("panda.brokers.z.connection.order-updates", "no"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("panda.brokers.z.connection.order-updates 'no' can't be used; use true or false");
    }

    private static Connection connection(Map<String, String> settings) {
        var config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 300))
                .build();
        return new Connection(config, new Broker("z"));
    }
}
