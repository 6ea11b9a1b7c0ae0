package io.alphapanda.feed.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
    private static final Instant OPEN = Instant.parse("2021-06-03T03:45:00Z");

    @Test
    void theFirstTickIsDueAtOnceAndTheOthersAsTheMarketWent() {
        var schedule = new Schedule(Speed.of("60x"));

        assertThat(schedule.due(OPEN, NOW)).isEqualTo(NOW);
        assertThat(schedule.due(OPEN.plusSeconds(3), NOW.plusSeconds(9))).isEqualTo(NOW.plusMillis(50));
        assertThat(schedule.due(OPEN.plusSeconds(7_200), NOW)).isEqualTo(NOW.plusSeconds(120));
    }

    @Test
    void timeThatRunsBackwardsStandsStill() {
        var schedule = new Schedule(Speed.of("1x"));
        schedule.due(OPEN, NOW);
        schedule.due(OPEN.plusSeconds(10), NOW);

        assertThat(schedule.due(OPEN.plusSeconds(4), NOW)).isEqualTo(NOW.plusSeconds(10));
        assertThat(schedule.due(OPEN.plusSeconds(11), NOW)).isEqualTo(NOW.plusSeconds(11));
    }

    @Test
    void atFullSpeedEveryTickIsDueNow() {
        var schedule = new Schedule(Speed.of("max"));
        schedule.due(OPEN, NOW);

        assertThat(schedule.due(OPEN.plusSeconds(10), NOW.plusMillis(1))).isEqualTo(NOW.plusMillis(1));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"1x", "60x", "1000x", "max"})
    void aSpeedIsWrittenAsItIsRead(String text) {
        assertThat(Speed.of(text)).hasToString(text);
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(strings = {"", "0x", "1001x", "60", "fast", "-1x", "1.5x", "MAX", "99999999999x"})
    void anythingElseIsNoSpeed(String text) {
        assertThatThrownBy(() -> Speed.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be max or 1x to 1000x");
    }
}
