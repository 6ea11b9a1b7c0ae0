package io.alphapanda.domain.strategy;

import static io.alphapanda.domain.strategy.Readings.conditions;
import static io.alphapanda.domain.strategy.Readings.parameters;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RsiTest {

    @Test
    void favoursTheWayBackFromAnExhaustedMove() {
        var rule = new Rsi().create(parameters("period", 2));
        // Index:                           -    -    100  66.7 40   16.7 58.3
        assertThat(conditions(rule, 100, 101, 102, 101.5, 101, 100, 101)).isEqualTo("--S--B-");
    }

    @Test
    void countsAnIndexOnTheBoundAsWithinIt() {
        var rule = new Rsi().create(parameters("period", 10));
        assertThat(conditions(rule, 10, 11, 12, 13, 14, 15, 16, 17, 16, 15, 14)).isEqualTo("-----------");
        assertThat(conditions(rule, 20, 19, 18, 17, 16, 15, 14, 13, 14, 15, 16)).isEqualTo("-----------");
    }

    @Test
    void staysSilentWhileItsAveragesFillUpWhateverItsBounds() {
        var rule = new Rsi().create(parameters("period", 3, "oversold", 60, "overbought", 65));
        assertThat(conditions(rule, 100, 99, 98, 97)).isEqualTo("---B");
    }

    @Test
    void followsASwingingMarketWithItsDefaults() {
        assertThat(conditions(new Rsi().create(parameters()), Readings.SWINGING))
                .isEqualTo("-------------------------------------SS-------------BBB---------------SS");
    }

    @Test
    void tellsItsNumbers() {
        var rule = new Rsi().create(parameters("period", 2));
        assertThat(Readings.of(rule, 100, 101, 102).getLast().reason()).isEqualTo("rsi=100.00 overbought=70.0");
        assertThat(Readings.of(rule, 102, 101, 100).getLast().reason()).isEqualTo("rsi=0.00 oversold=30.0");
    }

    @Test
    void refusesBoundsThatCross() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rsi().create(parameters("oversold", 70)))
                .withMessage("parameters.oversold 70.0 must be below parameters.overbought 70.0");
    }
}
