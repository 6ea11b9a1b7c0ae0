package io.alphapanda.domain.strategy;

import static io.alphapanda.domain.strategy.Readings.conditions;
import static io.alphapanda.domain.strategy.Readings.parameters;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BreakoutTest {

    private static final Strategy SHORT = new Breakout().create(parameters("lookback", 3));

    @Test
    void favoursTheSideOnWhichThePriceLeavesItsRange() {
        //      range of the three before: 100-102 100-103 101-103 99-103
        assertThat(conditions(SHORT, 100, 102, 101, 103, 103, 99, 98.95)).isEqualTo("---B-SS");
    }

    @Test
    void countsAPriceOnTheEdgeAsInside() {
        assertThat(conditions(SHORT, 100, 102, 101, 102, 101)).isEqualTo("-----");
    }

    @Test
    void comparesWithTheObservationsBeforeThisOneAndForgetsOlderOnes() {
        assertThat(conditions(SHORT, 200, 100, 101, 102, 103)).isEqualTo("----B");
    }

    @Test
    void wantsThePriceBeyondTheBuffer() {
        var rule = new Breakout().create(parameters("lookback", 2, "bufferPercent", 1));
        assertThat(conditions(rule, 100, 100, 101)).isEqualTo("---");
        assertThat(conditions(rule, 100, 100, 101.05)).isEqualTo("--B");
        assertThat(conditions(rule, 100, 100, 99)).isEqualTo("---");
        assertThat(conditions(rule, 100, 100, 98.95)).isEqualTo("--S");
    }

    @Test
    void takesTheRangeOfBarsFromTheirHighsAndLows() {
        var rule = new Breakout().create(parameters("lookback", 1));
        var wide = new Bar(Readings.OPEN, 100, 110, 90, 100, 5);
        var state = rule.observe(rule.initial(), wide).state();
        assertThat(rule.observe(state, Bar.of(Readings.OPEN, 109)).condition()).isEmpty();
        assertThat(rule.observe(state, Bar.of(Readings.OPEN, 111)).reason())
                .isEqualTo("price=111.0 ceiling=110.0000 lookback=1");
        assertThat(rule.observe(state, Bar.of(Readings.OPEN, 89)).reason())
                .isEqualTo("price=89.0 floor=90.0000 lookback=1");
    }

    @Test
    void followsASwingingMarketWithItsDefaults() {
        assertThat(conditions(new Breakout().create(parameters()), Readings.SWINGING))
                .isEqualTo("--------------------SSS---S-------BBBBB-----------SSSS------------BBBBBB");
    }
}
