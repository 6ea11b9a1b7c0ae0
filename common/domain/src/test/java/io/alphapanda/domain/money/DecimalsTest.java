package io.alphapanda.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What all value types have in common: one notation, bounds, and messages that name the field and the bound.
class DecimalsTest {

    /// One of the value types, made from text.
    record Kind(String field, Function<String, Object> of) {
        @Override
        public String toString() {
            return field;
        }
    }

    /// Those that are stored in the ledger.
    static final List<Kind> STORED = List.of(
            new Kind("price", Price::of),
            new Kind("quantity", Quantity::of),
            new Kind("money", Money::of),
            new Kind("signed quantity", SignedQuantity::of));

    static Stream<Kind> stored() {
        return STORED.stream();
    }

    static Stream<Kind> all() {
        return Stream.concat(STORED.stream(), Stream.of(new Kind("basis points", BasisPoints::of)));
    }

    @ParameterizedTest(name = "{0} is written {1}")
    @CsvSource({
        "1,                         1",
        "1.0,                       1",
        "+1.50,                     1.5",
        "007,                       7",
        "1e3,                       1000",
        "1.5E-7,                    0.00000015",
        "0.0000000001,              0.0000000001",
        "0.10000000000000,          0.1",
        "999999999999999,           999999999999999",
        "1E14,                      100000000000000",
        "999999999999999.9999999999, 999999999999999.9999999999",
    })
    void everyNumberHasOnePlainNotationAndIsEqualToWhatItIsEqualTo(String text, String plain) {
        assertThat(all()).allSatisfy(kind -> {
            assertThat(kind.of().apply(text))
                    .hasToString(plain)
                    .isEqualTo(kind.of().apply(plain));
            assertThat(kind.of().apply(text).hashCode())
                    .isEqualTo(kind.of().apply(plain).hashCode());
        });
    }

    @Property
    void whatIsWrittenIsReadBackAsTheSameValue(@ForAll("fitting") BigDecimal value) {
        assertThat(Money.of(new Money(value).toString())).isEqualTo(new Money(value));
        assertThat(new Money(value).toString()).isEqualTo(new Money(value.setScale(10)).toString());
        assertThat(new Money(value).toString()).matches("-?(0|[1-9][0-9]{0,14})([.][0-9]{0,9}[1-9])?");
    }

    @Provide
    Arbitrary<BigDecimal> fitting() {
        var whole = new BigDecimal("999999999999999");
        var anything = Arbitraries.bigDecimals().between(whole.negate(), whole).ofScale(10);
        var round = Arbitraries.longs().between(-15, 15).map(n -> BigDecimal.valueOf(n * 100_000L, 3));
        return Arbitraries.oneOf(anything, round);
    }

    @ParameterizedTest
    @MethodSource("stored")
    void aNumberTheLedgersColumnsDoNotHoldIsRefused(Kind kind) {
        refused(kind, "1000000000000000", " has 16 digits before the point; at most 15 fit");
        refused(kind, "1e15", " has 16 digits before the point; at most 15 fit");
        refused(kind, "0.00000000001", " has 11 digits behind the point; at most 10 fit");
    }

    /// A few characters that would be two billion digits if written out.
    @ParameterizedTest
    @CsvSource({
        "1e2147483647,   2147483648",
        "100e2147483647, 2147483650",
        "1e999999999,    1000000000",
    })
    void aNumberOfBillionsOfDigitsIsRefusedBeforeItIsWrittenOut(String text, String digits) {
        for (var kind : STORED) {
            refused(kind, text, " has " + digits + " digits before the point; at most 15 fit");
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aNumberSmallerThanAnythingIsRefused(Kind kind) {
        refused(kind, "1e-2147483647", " has 2147483647 digits behind the point; at most 10 fit");
    }

    @ParameterizedTest
    @MethodSource("all")
    void textThatIsNoNumberIsRefusedWithTheFieldAndTheText(Kind kind) {
        for (var text : List.of("", " ", "ten", "1,5", "1.2.3", "NaN", "Infinity", "0x10", "1 ")) {
            refused(kind, text, " '" + text + "' is not a decimal number");
        }
        refused(kind, "1".repeat(38), " is 38 characters long; a number may have at most 37");
    }

    @Test
    void thereIsOneZero() {
        assertThat(Money.of("-0.00")).isEqualTo(Money.ZERO).hasToString("0");
        assertThat(Quantity.of("0e-9")).isEqualTo(Quantity.ZERO).hasToString("0");
        assertThat(SignedQuantity.of("0e2147483647"))
                .isEqualTo(SignedQuantity.FLAT)
                .hasToString("0");
        assertThat(BasisPoints.of("0.0")).isEqualTo(BasisPoints.ZERO).hasToString("0");
    }

    @Property
    void basisPointsHoldTheDistanceBetweenAnyTwoPrices(
            @ForAll @IntRange(min = -10, max = 14) int from, @ForAll @IntRange(min = -10, max = 14) int to) {
        var distance = Price.of("1e" + from).distanceTo(Price.of("9e" + to));
        assertThat(distance.value().signum()).isEqualTo(from <= to ? 1 : -1);
    }

    private static void refused(Kind kind, String text, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kind.of().apply(text))
                .withMessage(kind.field() + problem);
    }
}
