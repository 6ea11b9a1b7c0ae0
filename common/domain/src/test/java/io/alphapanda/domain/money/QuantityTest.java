package io.alphapanda.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

    @Test
    void fractionsOfACoinAndLotsOfAShareAreBothExact() {
        var satoshi = Quantity.of("0.00000001");
        assertThat(satoshi.plus(satoshi).plus(Quantity.of("20999999.99999998"))).isEqualTo(Quantity.of(21_000_000));
        assertThat(Quantity.of(75).plus(Quantity.of(75))).isEqualTo(Quantity.of("150"));
    }

    @ParameterizedTest
    @CsvSource({"-1, -1", "-1e-9, -0.000000001"})
    void aQuantityIsNeverBelowZeroAndTheRefusalShowsItPlainly(String text, String shown) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantity.of(text))
                .withMessage("quantity " + shown + " must not be below 0");
    }

    @Test
    void nobodyTakesMoreThanThereIs() {
        assertThat(Quantity.of(3).minus(Quantity.of(3))).isEqualTo(Quantity.ZERO);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantity.of(3).minus(Quantity.of("3.0000000001")))
                .withMessage("quantity -0.0000000001 must not be below 0");
    }

    @Test
    void theSmallerOfTwoIsTheirMinimum() {
        assertThat(Quantity.of(9).min(Quantity.of(10))).isEqualTo(Quantity.of(9));
        assertThat(Quantity.of(10).min(Quantity.of(9))).isEqualTo(Quantity.of(9));
        assertThat(Quantity.of(9)).isLessThan(Quantity.of(10));
    }

    @Test
    void onlyNothingIsZero() {
        assertThat(Quantity.of("0.0").isZero()).isTrue();
        assertThat(Quantity.of("0.0000000001").isZero()).isFalse();
    }

    @ParameterizedTest(name = "{0} of {1} is {2}: {3}")
    @CsvSource({"BUY, 10, 10, 1", "SELL, 10, -10, -1", "BUY, 0, 0, 0", "SELL, 0, 0, 0"})
    void aSideGivesAQuantityItsSign(Side side, String quantity, String signed, int sign) {
        var change = Quantity.of(quantity).signed(side);
        assertThat(change).isEqualTo(SignedQuantity.of(signed));
        assertThat(change.signum()).isEqualTo(sign);
        assertThat(change.isFlat()).isEqualTo(sign == 0);
        assertThat(change.magnitude()).isEqualTo(Quantity.of(quantity));
    }

    @ParameterizedTest(name = "{0} against {1}: {2}")
    @CsvSource({"SELL, 10, 10", "BUY, 10, 0", "SELL, -10, 0", "BUY, -10, 10", "BUY, 0, 0", "SELL, 0, 0"})
    void anOrderClosesOnlyWhatLiesOnTheOtherSide(Side side, String held, String closable) {
        assertThat(SignedQuantity.of(held).closable(side)).isEqualTo(Quantity.of(closable));
    }

    @Test
    void aBuyAndASaleOfTheSameSizeLeaveNothing() {
        var size = Quantity.of("0.1");
        assertThat(size.signed(Side.BUY).plus(size.signed(Side.BUY.opposite()))).isEqualTo(SignedQuantity.FLAT);
        assertThat(Side.SELL.opposite()).isEqualTo(Side.BUY);
    }

    @Test
    void basisPointsAreASignedRatio() {
        assertThat(BasisPoints.of("-12.50").abs()).isEqualTo(BasisPoints.of("12.5"));
        assertThat(BasisPoints.of("-12.5")).isLessThan(BasisPoints.ZERO).hasToString("-12.5");
    }
}
