package io.alphapanda.stage.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.stage.meter.Meters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ConsumerPulseTest {

    private static final String TOPIC = "paper.signals.raw";
    private static final TopicPartition FIRST = new TopicPartition(TOPIC, 0);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ConsumerPulse pulse = new ConsumerPulse("paper", TOPIC, new Meters(registry));

    @Test
    void consumerThatHasNotReadYetIsAliveAndNotReading() {
        assertThat(pulse.whyNotAlive()).isEmpty();
        assertThat(pulse.whyNotReading()).contains("it has not been opened yet");
        assertThat(reading()).isZero();
    }

    @Test
    void consumerThatReadsIsReading() {
        pulse.beat();

        assertThat(pulse.isReading()).isTrue();
        assertThat(reading()).isEqualTo(1);
    }

    @Test
    void consumerThatCanNotBeOpenedIsAliveAndSaysWhy() {
        pulse.beat();
        pulse.troubled("it opens anew: no such group");

        assertThat(pulse.whyNotAlive()).isEmpty();
        assertThat(pulse.whyNotReading()).contains("it opens anew: no such group");
    }

    @Test
    void consumerWhoseThreadHasEndedIsDead() {
        pulse.beat();
        pulse.end();

        assertThat(pulse.whyNotAlive()).contains("its thread has ended");
        assertThat(reading()).isZero();
    }

    @Test
    void lagIsShownWhileThePartitionIsOurs() {
        pulse.lag(FIRST, 7);
        pulse.lag(FIRST, 5);
        assertThat(registry.get("panda.stream.door.lag")
                        .tag("partition", "0")
                        .gauge()
                        .value())
                .isEqualTo(5);

        pulse.gone(List.of(FIRST));

        assertThat(registry.find("panda.stream.door.lag").gauge()).isNull();
    }

    private double reading() {
        return registry.get("panda.stream.door.reading").gauge().value();
    }
}
