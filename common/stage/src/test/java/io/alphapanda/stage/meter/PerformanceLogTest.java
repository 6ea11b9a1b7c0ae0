package io.alphapanda.stage.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.stage.log.LogChannel;
import io.alphapanda.stage.testing.Said;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PerformanceLogTest {

    @Test
    void whatWasDoneSinceTheLastTimeIsSaidAndNothingWhereNothingWas() {
        var registry = new SimpleMeterRegistry();
        var meters = new Meters(registry);
        var log = new PerformanceLog(registry);

        try (var said = new Said(LogChannel.PERFORMANCE_CATEGORY)) {
            log.say();
            meters.time(StageMeters.DECISION, 2_000_000, "paper");
            meters.time(StageMeters.DECISION, 4_000_000, "paper");
            log.say();
            log.say();
            registry.timer("http.server.requests", "uri", "/x").record(Duration.ofMillis(10));
            meters.time(StageMeters.DECISION, 8_000_000, "paper");
            log.say();

            assertThat(said.messages())
                    .containsExactly(
                            "decisions: broker=paper count=2 meanMillis=3.0",
                            "decisions: broker=paper count=1 meanMillis=8.0",
                            "requests answered: count=1 meanMillis=10.0");
        }
    }
}
