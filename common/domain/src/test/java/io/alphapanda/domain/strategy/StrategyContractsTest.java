package io.alphapanda.domain.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The small values strategies are made of.
class StrategyContractsTest {

    @Test
    void aStateRemembersTheNewestNumbers() {
        var state =
                StrategyState.EMPTY.remember(1, 3).remember(2, 3).remember(3, 3).remember(4, 3);
        assertThat(state.window()).containsExactly(2.0, 3.0, 4.0);
        assertThat(state.remember(5, 2).window()).as("a smaller window").containsExactly(4.0, 5.0);
    }

    @Test
    void aStateKeepsItsRegistersApartFromItsWindow() {
        var state = StrategyState.EMPTY.remember(1, 3).with("a", 2).with("a", 3).with("b", 4);
        assertThat(state).isEqualTo(new StrategyState(List.of(1.0), Map.of("a", 3.0, "b", 4.0)));
        assertThat(state.register("c", 5)).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aStateHoldsNumbersOnly(double none) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StrategyState.EMPTY.remember(none, 3))
                .withMessage("strategy state window holds " + none + "; it must be finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StrategyState.EMPTY.with("average", none))
                .withMessage("strategy state average holds " + none + "; it must be finite");
        assertThatIllegalArgumentException().isThrownBy(() -> Bar.of(Readings.OPEN, none));
    }

    @Test
    void aBarHoldsFirstHighestLowestAndLast() {
        assertThat(Bar.of(Readings.OPEN, 100).plus(105).plus(95).plus(101))
                .isEqualTo(new Bar(Readings.OPEN, 100, 105, 95, 101, 4));
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 0, 1", "1, 1, 2, 1", "3, 2, 1, 1", "1, 2, 1, 3"})
    void aBarWhosePricesContradictEachOtherIsRefused(double open, double high, double low, double close) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Bar(Readings.OPEN, open, high, low, close, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "1m, 2026-07-31T03:45:59.999999999Z, 2026-07-31T03:45:00Z",
        "1m, 2026-07-31T03:46:00Z,           2026-07-31T03:46:00Z",
        "5m, 2026-07-31T03:49:59Z,           2026-07-31T03:45:00Z",
        "5m, 1969-12-31T23:59:59Z,           1969-12-31T23:55:00Z",
        "tick, 2026-07-31T03:45:59.5Z,       2026-07-31T03:45:59.5Z",
    })
    void anIntervalStartsOnItsMultiple(String label, Instant time, Instant start) {
        assertThat(Interval.of(label).startOf(time)).isEqualTo(start);
    }

    @Test
    void aDefinitionsVersionIsNeverTheOneOfARetiredMemory() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Draft("one").version(StrategyMemory.RETIRED).definition())
                .withMessage("strategy one: version -1 must not be below 0");
    }

    @Test
    void anUnknownIntervalIsRefusedWithThoseThatExist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interval.of("2m"))
                .withMessage("interval '2m' is unknown; use one of tick, 1m, 5m");
    }
}
