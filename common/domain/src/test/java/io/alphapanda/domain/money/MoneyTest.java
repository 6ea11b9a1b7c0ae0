package io.alphapanda.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @Test
    void anAmountMayBeOwed() {
        var debt = Money.of("10").minus(Money.of("10.01"));
        assertThat(debt).isEqualTo(Money.of("-0.01")).hasToString("-0.01").isLessThan(Money.ZERO);
        assertThat(debt.signum()).isEqualTo(-1);
        assertThat(debt.negated()).isEqualTo(debt.abs()).isEqualTo(Money.of("0.01"));
    }

    @Property
    void aSumDoesNotDependOnTheOrderOfItsPartsAndLosesNothing(
            @ForAll("amounts") List<Money> amounts, @ForAll Random random) {
        var shuffled = new ArrayList<>(amounts);
        Collections.shuffle(shuffled, random);
        var sum = amounts.stream().reduce(Money.ZERO, Money::plus);
        assertThat(shuffled.stream().reduce(Money.ZERO, Money::plus)).isEqualTo(sum);
        assertThat(amounts.stream().reduce(sum, Money::minus)).isEqualTo(Money.ZERO);
    }

    @ParameterizedTest(name = "{1} basis points of {0} are {2}")
    @CsvSource({
        "1000,    10,    1",
        "314155,  10,    314.155",
        "-1000,   10,    -1",
        "1000,    10000, 1000",
        "1000,    0,     0",
        "0.0000001, 5,   0", // half of the last digit: to the even neighbour
        "0.0000003, 5,   0.0000000002",
        "0.0000001, 6,   0.0000000001",
    })
    void aShareIsRoundedToTenDigits(String amount, String points, String share) {
        assertThat(Money.of(amount).share(BasisPoints.of(points))).isEqualTo(Money.of(share));
    }

    @ParameterizedTest(name = "{1} of {2} of {0} are {3}")
    @CsvSource({
        "100,  1, 3, 33.3333333333",
        "100,  2, 3, 66.6666666667",
        "-100, 1, 3, -33.3333333333",
        "100,  0, 3, 0",
        "100,  3, 3, 100",
    })
    void aPortionIsRoundedToTenDigitsAndTheWholeIsWhole(String amount, String part, String whole, String portion) {
        assertThat(Money.of(amount).portion(Quantity.of(part), Quantity.of(whole)))
                .isEqualTo(Money.of(portion));
    }

    @Property
    void thePortionOfEverythingIsEverything(
            @ForAll("amount") Money amount, @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long whole) {
        assertThat(amount.portion(Quantity.of(whole), Quantity.of(whole))).isEqualTo(amount);
    }

    @Test
    void aPortionOfNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of("1").portion(Quantity.ZERO, Quantity.ZERO))
                .withMessage("a portion of nothing");
    }

    @Provide
    Arbitrary<Money> amount() {
        var bound = new BigDecimal("100000000");
        return Arbitraries.bigDecimals()
                .between(bound.negate(), bound)
                .ofScale(10)
                .map(Money::new);
    }

    @Provide
    Arbitrary<List<Money>> amounts() {
        return amount().list().ofMaxSize(30);
    }
}
