package io.alphapanda.domain.strategy;

import static io.alphapanda.domain.strategy.Readings.conditions;
import static io.alphapanda.domain.strategy.Readings.parameters;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MomentumTest {

    private static final Strategy SHORT = new Momentum().create(parameters("lookback", 3, "thresholdPercent", 1));

    @Test
    void favoursTheWayOfAMoveLargerThanTheThreshold() {
        //                                   change over three prices: 0    1.00   2.00   0.99   -1.96
        assertThat(conditions(SHORT, 100, 100, 100, 101, 102, 102, 100)).isEqualTo("----B-S");
    }

    @Test
    void staysSilentUntilItHasSeenItsWholeLookback() {
        assertThat(conditions(SHORT, 100, 150)).isEqualTo("--");
        assertThat(conditions(SHORT, 100, 150, 150)).isEqualTo("--B");
    }

    @Test
    void countsAMoveOfExactlyTheThresholdAsTooSmall() {
        var rule = new Momentum().create(parameters("lookback", 2));
        assertThat(conditions(rule, 100, 101.2)).isEqualTo("--");
        assertThat(conditions(rule, 100, 101.21)).isEqualTo("-B");
        assertThat(conditions(rule, 1000, 988)).isEqualTo("--");
        assertThat(conditions(rule, 1000, 987.95)).isEqualTo("-S");
    }

    @Test
    void followsASwingingMarketWithItsDefaults() {
        assertThat(conditions(new Momentum().create(parameters()), Readings.SWINGING))
                .isEqualTo("-------------------SSSSSSSSSSSSS--BBBBBBBBBBBBBBB-SSSSSSSSSSSSSSSBBBBBBB");
    }

    @Test
    void lookbackIs20PricesUnlessGiven() {
        var prices = new double[21];
        Arrays.fill(prices, 100);
        prices[0] = 90;
        assertThat(conditions(new Momentum().create(parameters()), prices)).isEqualTo("-------------------B-");
    }

    @Test
    void tellsItsNumbers() {
        assertThat(Readings.of(SHORT, 100, 100, 102.5).getLast().reason())
                .isEqualTo("change=2.50% threshold=1.0% lookback=3");
    }
}
