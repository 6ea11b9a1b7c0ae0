package io.alphapanda.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.money.Side;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlippageTest {

    @ParameterizedTest
    @CsvSource({
        "BUY,  100, 101,    100.00",
        "BUY,  100, 99,     -100.00",
        "SELL, 100, 99,     100.00",
        "SELL, 100, 101,    -100.00",
        "SELL, 100, 100,    0.00",
        "BUY,  3,   3.0001, 0.33",
    })
    void aPriceAgainstTheTraderIsAboveZero(Side side, BigDecimal reference, BigDecimal price, BigDecimal bps) {
        assertThat(Slippage.bps(side, reference, price)).isEqualTo(bps);
    }
}
