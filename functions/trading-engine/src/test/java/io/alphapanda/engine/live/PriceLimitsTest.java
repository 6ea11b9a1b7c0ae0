package io.alphapanda.engine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Price;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceLimitsTest {

    private static final InstrumentId TCS = InstrumentId.of("NSE:TCS");
    private static final PriceLimits LIMITS = new PriceLimits(new BigDecimal("80.00"), new BigDecimal("120.00"));

    @ParameterizedTest
    @CsvSource({"79.95,false", "80,true", "100,true", "120,true", "120.05,false"})
    void bothBoundsAreInside(String price, boolean inside) {
        assertThat(LIMITS.allow(Price.of(price))).isEqualTo(inside);
        assertThat(LIMITS.fault(TCS, Price.of(price)).isEmpty()).isEqualTo(inside);
    }

    @Test
    void aFaultNamesThePriceTheBoundAndTheFix() {
        assertThat(LIMITS.fault(TCS, Price.of("120.05")))
                .contains(
                        "NSE:TCS was decided at 120.05, which is above 120.00, the highest price the broker takes today;"
                                + " compare the feed's price with the broker's: it may be old, of another instrument, or from"
                                + " before a split");
        assertThat(LIMITS.fault(TCS, Price.of("5")).orElseThrow())
                .contains("5, which is below 80.00, the lowest price");
    }

    @Test
    void limitsThatLeaveNothingInBetweenAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PriceLimits(BigDecimal.TEN, BigDecimal.ONE))
                .withMessage("price limits 10 to 1 must not begin below 0, nor end where they begin");
    }
}
