package io.alphapanda.domain.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignalTest {

    @Test
    void nobodyWishesForNothing() {
        assertThat(Wish.buy("0.0000000001").signal().quantity()).hasToString("0.0000000001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Wish.buy("0").signal())
                .withMessage("signal quantity must be above 0");
    }

    @Test
    void aSignalLivesForAMomentAtLeast() {
        Wish.buy("1").expiring(Wish.TIME.plusNanos(1)).signal();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Wish.buy("1").expiring(Wish.TIME).signal())
                .withMessage("signal expiresAt 2026-07-31T04:00:00Z must be after its referenceTime"
                        + " 2026-07-31T04:00:00Z");
    }

    @Test
    void anOddReasonIsTidiedUpAndDoesNotLoseTheSignal() {
        assertThat(Wish.buy("1").because("r".repeat(200)).signal().reason()).hasSize(200);
        assertThat(Wish.buy("1").because("r".repeat(201)).signal().reason()).isEqualTo("r".repeat(200));
        assertThat(Wish.buy("1").because("2σ above\n₹100 ~").signal().reason()).isEqualTo("2? above??100 ~");
    }

    @Test
    void everythingOfOneStrategyOnOneInstrumentHasOneKey() {
        assertThat(Wish.buy("1").signal().partitionKey()).isEqualTo("momentum:NSE:TCS");
        assertThat(Wish.sell("2").tick(99).signal().partitionKey()).isEqualTo("momentum:NSE:TCS");
        assertThat(Wish.buy("1").of("NSE:INFY").signal().partitionKey()).isEqualTo("momentum:NSE:INFY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"paper", "paper-b", "zerodha", "a", "a2345678901234567890123-"})
    void aBrokerIsAnyAccountWithAPlainName(String name) {
        assertThat(new Broker(name)).hasToString(name);
    }

    @Test
    void aBrokersNameThatCannotBePartOfATopicOrAnIdIsRefused() {
        var bad = Stream.of("", "Paper", "2nd", "-a", "a.b", "a/b", "a:b", "a@b", "a b", "é", "b".repeat(25));
        assertThat(bad).allSatisfy(name -> assertThatIllegalArgumentException()
                .isThrownBy(() -> new Broker(name))
                .withMessage("broker '" + name + "' must match [a-z][a-z0-9-]{0,23}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"market", "control", "strategy"})
    void aBrokerDoesNotTakeANamespaceAllLanesShare(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Broker(name))
                .withMessage("broker '" + name + "' is a namespace all lanes share; use another name");
    }

    @Test
    void aStrategysNameThatCannotBePartOfAnIdIsRefused() {
        assertThat(new StrategyId("s".repeat(40))).hasToString("s".repeat(40));
        var bad = Stream.of("", "Momentum", "2nd", "-a", "a.b", "a/b", "a:b", "a b", "é", "s".repeat(41));
        assertThat(bad).allSatisfy(name -> assertThatIllegalArgumentException()
                .isThrownBy(() -> new StrategyId(name))
                .withMessage("strategy id '" + name + "' must match [a-z][a-z0-9-]{0,39}"));
    }

    @ParameterizedTest
    @CsvSource({"a, b", "paper, paper-b", "momentum, rsi"})
    void namesAreSortedByTheirLetters(String first, String second) {
        assertThat(new Broker(first)).isLessThan(new Broker(second));
        assertThat(new StrategyId(first)).isLessThan(new StrategyId(second));
    }
}
