package io.alphapanda.domain.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LowFrequencyTest {

    @Test
    void buysAtTheFirstPriceAndTakesTurnsFromThen() {
        assertThat(afterSeconds(0, 1, 899, 900, 901, 1799, 1800, 2700))
                .containsExactly("BUY", "", "", "SELL", "", "", "BUY", "SELL");
    }

    @Test
    void countsTheCooldownFromTheLatestSignalNotFromTheClock() {
        assertThat(afterSeconds(0, 5000, 5899, 5900)).containsExactly("BUY", "SELL", "", "BUY");
    }

    @Test
    void isNotShortenedByTicksWhoseTimeRunsBackwards() {
        assertThat(afterSeconds(1000, 0, 100, 1899, 500, 1900)).containsExactly("BUY", "", "", "", "", "SELL");
    }

    @Test
    void tellsWhichSignalItIs() {
        var rule = new LowFrequency().create(Readings.parameters("cooldownSeconds", 60));
        assertThat(rule.observe(rule.initial(), Bar.of(Readings.OPEN, 1)).reason())
                .isEqualTo("number=1 cooldown=60s");
    }

    private static List<String> afterSeconds(int... seconds) {
        var rule = new LowFrequency().create(Readings.parameters());
        var sides = new ArrayList<String>();
        var state = rule.initial();
        for (int second : seconds) {
            var reading = rule.observe(state, Bar.of(Readings.OPEN.plusSeconds(second), 100));
            sides.add(reading.condition().map(Enum::name).orElse(""));
            state = reading.state();
        }
        return sides;
    }
}
