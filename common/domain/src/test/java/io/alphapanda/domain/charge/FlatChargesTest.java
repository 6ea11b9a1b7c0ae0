package io.alphapanda.domain.charge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.alphapanda.domain.instrument.Venues;
import io.alphapanda.domain.money.BasisPoints;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlatChargesTest {

    @ParameterizedTest(name = "{0} {1} x {2}: {3}")
    @CsvSource({
        "NSE,      100,        1500,     150",
        "SIM,      75,         0.05,     0.00375",
        "BITSTAMP, 0.00000001, 67157.02, 0.0000006716", // 6.715702e-7, to ten digits
    })
    void theShareIsTheSameEverywhereAndAtAllTimes(String venue, String units, String price, String commission) {
        var execution = new Execution(
                Venues.find(venue).orElseThrow(),
                Side.SELL,
                Price.of(price),
                Quantity.of(units),
                LocalDate.of(1999, 1, 1));

        assertThat(new FlatCharges(BasisPoints.of("10")).on(execution))
                .isEqualTo(new Charged.Known(new ChargeSheet(
                        Money.of(commission), Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.0001", "1000.0001"})
    void aCommissionOutOfBoundsIsRefused(String commission) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FlatCharges(BasisPoints.of(commission)))
                .withMessage("commission " + commission + " must be between 0 and 1000 basis points");
    }
}
