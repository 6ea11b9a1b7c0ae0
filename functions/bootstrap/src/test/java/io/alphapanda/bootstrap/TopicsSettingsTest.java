package io.alphapanda.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicsSettingsTest {

    @Test
    void aClusterThatSaysNothingGetsTheDefaults() {
        var settings = settings(Map.of());
        assertThat(settings.replication()).isEmpty();
        assertThat(settings.plan().tickPartitions()).isEqualTo(4);
        assertThat(settings.plan().lanePartitions()).isEqualTo(4);
        assertThat(settings.plan().keeping().orElseThrow().lanes()).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void aValueOutOfItsBoundsIsNamedWithThem() {
        assertThatThrownBy(() -> settings(Map.of("panda.topics.tick-partitions", "0")))
                .isInstanceOf(StepException.class)
                .hasMessage("panda.topics.tick-partitions must be between 1 and 256 but is 0; change it");
        assertThatThrownBy(() -> settings(Map.of("panda.topics.replication", "33")))
                .hasMessageContaining("panda.topics.replication must be between 1 and 32 but is 33");
        assertThatThrownBy(() -> settings(Map.of("panda.topics.keep-lanes", "59m")))
                .hasMessageContaining("panda.topics.keep-lanes must be at least PT1H but is PT59M");
    }

    private static TopicsSettings settings(Map<String, String> values) {
        return TopicsSettings.of(new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withConverter(Duration.class, 300, new DurationConverter())
                .withMapping(TopicsConfiguration.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(TopicsConfiguration.class));
    }
}
