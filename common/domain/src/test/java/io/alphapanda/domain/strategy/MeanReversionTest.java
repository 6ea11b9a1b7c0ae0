package io.alphapanda.domain.strategy;

import static io.alphapanda.domain.strategy.Readings.conditions;
import static io.alphapanda.domain.strategy.Readings.parameters;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeanReversionTest {

    private static final Strategy DEFAULT = new MeanReversion().create(parameters());

    /// 24 calm prices, then a crash to a new level.
    private static final double[] CRASH = DoubleStream.concat(
                    calm(100, 24), DoubleStream.of(98, 96.5, 95, 95.2, 95.1, 95.4, 95.3))
            .toArray();

    @Test
    void buysTheCrashAndStopsOnceThePriceIsBackInsideTheBands() {
        assertThat(conditions(DEFAULT, CRASH)).isEqualTo("-".repeat(25) + "BBBB--");
    }

    @Test
    void sellsTheMirrorImage() {
        var mirrored = DoubleStream.of(CRASH).map(price -> 200 - price).toArray();
        assertThat(conditions(DEFAULT, mirrored)).isEqualTo("-".repeat(25) + "SSSS--");
    }

    @Test
    void needsBothTheBandAndTheIndex() {
        // Neither bound of the index can be crossed: the band alone does not do.
        var bandOnly = new MeanReversion().create(parameters("oversold", 0, "overbought", 100));
        assertThat(conditions(bandOnly, CRASH)).doesNotContain("B", "S");
        // Bands too wide to leave: the index alone does not do.
        var indexOnly = new MeanReversion().create(parameters("sigma", 10));
        assertThat(conditions(indexOnly, CRASH)).doesNotContain("B", "S");
        assertThat(conditions(new Rsi().create(parameters()), CRASH)).contains("B");
    }

    @Test
    void staysSilentInAMarketThatDoesNotMove() {
        var flat = DoubleStream.generate(() -> 100.1).limit(40).toArray();
        assertThat(conditions(DEFAULT, flat)).isEqualTo("-".repeat(40));
    }

    @Test
    void followsASwingingMarket() {
        assertThat(conditions(DEFAULT, Readings.SWINGING))
                .isEqualTo("-------------------------------------S--------------BB------------------");
        var narrow = new MeanReversion().create(parameters("sigma", 1.2, "oversold", 45, "overbought", 55));
        assertThat(conditions(narrow, Readings.SWINGING))
                .isEqualTo("--------------------BBBBB-B-----SSSSSSSSS-------BBBBBBBBB-------SSSSSSSS");
    }

    @Test
    void tellsItsNumbers() {
        assertThat(Readings.of(DEFAULT, CRASH).get(25).reason()).isEqualTo("price=96.5 lower=97.9643 rsi=26.53");
    }

    @Test
    void refusesBoundsThatCross() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MeanReversion().create(parameters("overbought", 20)))
                .withMessage("parameters.oversold 30.0 must be below parameters.overbought 20.0");
    }

    private static DoubleStream calm(double around, int count) {
        return IntStream.range(0, count).mapToDouble(i -> around + (i * 5 % 7 - 3) / 10.0);
    }
}
