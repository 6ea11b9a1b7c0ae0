package io.alphapanda.domain.strategy;

import static io.alphapanda.domain.strategy.Readings.parameters;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every kind of strategy the house has.
class StrategyTypesTest {

    static final List<StrategyType> ALL =
            List.of(new Momentum(), new MeanReversion(), new Rsi(), new Breakout(), new LowFrequency());

    @ParameterizedTest(name = "{0}.{1}: default {2}, from {3} to {4}")
    @CsvSource({
        "momentum,       lookback,         20,  2,    500,   true",
        "momentum,       thresholdPercent, 1.2, 0.01, 50,    false",
        "mean-reversion, lookback,         20,  2,    500,   true",
        "mean-reversion, sigma,            2.0, 0.1,  10,    false",
        "mean-reversion, rsiPeriod,        14,  2,    500,   true",
        "mean-reversion, oversold,         30,  0,    69.9,  false",
        "mean-reversion, overbought,       70,  30.1, 100,   false",
        "rsi,            period,           14,  2,    500,   true",
        "rsi,            oversold,         30,  0,    69.9,  false",
        "rsi,            overbought,       70,  30.1, 100,   false",
        "breakout,       lookback,         20,  1,    250,   true",
        "breakout,       bufferPercent,    0.0, 0,    50,    false",
        "low-frequency,  cooldownSeconds,  900, 1,    86400, true",
    })
    void everyParameterHasADefaultAndBounds(
            String type, String parameter, String otherwise, String min, String max, boolean whole) {
        var kind = named(type);
        assertThat(readings(kind, parameters(parameter, otherwise))).isEqualTo(readings(kind, parameters()));
        kind.create(parameters(parameter, min));
        kind.create(parameters(parameter, max));
        refused(kind, parameter, String.valueOf(Double.parseDouble(min) - 100));
        refused(kind, parameter, String.valueOf(Double.parseDouble(max) + 1000));
        refused(kind, parameter, "1e400");
        if (whole) {
            refused(kind, parameter, "7.5");
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aMistypedParameterIsRefusedNotIgnored(StrategyType type) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> type.create(parameters("lokback", 10)))
                .withMessageContaining("parameters.lokback is unknown; known are [");
    }

    @ParameterizedTest
    @MethodSource("all")
    void theSameStateAndPriceAlwaysGiveTheSameReading(StrategyType type) {
        var rule = type.create(parameters());
        var first = rule.observe(rule.initial(), Bar.of(Readings.OPEN, 100));
        assertThat(rule.observe(rule.initial(), Bar.of(Readings.OPEN, 100))).isEqualTo(first);
    }

    /// [StrategyState] refuses a number that is none, so any would show as an exception.
    @Property(tries = 200)
    void noPriceHoweverWildLeadsToAnythingButNumbersAndShortAsciiReasons(@ForAll("wildPrices") List<Double> prices) {
        var row = prices.stream().mapToDouble(Double::doubleValue).toArray();
        for (var type : ALL) {
            for (var reading : Readings.of(type.create(parameters()), row)) {
                assertThat(reading.reason())
                        .hasSizeLessThan(200)
                        .matches("[ -~]*")
                        .doesNotContain("NaN", "Infinity");
                assertThat(reading.reason().isEmpty())
                        .isEqualTo(reading.condition().isEmpty());
                assertThat(reading.state().window()).hasSizeLessThanOrEqualTo(40);
            }
        }
    }

    @Provide
    Arbitrary<List<Double>> wildPrices() {
        var any = Arbitraries.doubles().between(1e-10, 1e15).ofScale(10);
        var near = Arbitraries.doubles().between(99, 101).ofScale(2);
        return Arbitraries.oneOf(any, near, Arbitraries.of(1e-10, 1e15))
                .list()
                .ofMinSize(1)
                .ofMaxSize(80);
    }

    static Stream<StrategyType> all() {
        return ALL.stream();
    }

    private static List<Reading> readings(StrategyType type, Parameters parameters) {
        return Readings.of(type.create(parameters), Readings.SWINGING);
    }

    private static StrategyType named(String name) {
        return ALL.stream().filter(type -> type.name().equals(name)).findFirst().orElseThrow();
    }

    private static void refused(StrategyType type, String parameter, String value) {
        assertThatIllegalArgumentException()
                .as("%s %s", parameter, value)
                .isThrownBy(() -> type.create(parameters(parameter, value)))
                .withMessageStartingWith("parameters." + parameter + " ")
                .withMessageContaining(" between ");
    }
}
