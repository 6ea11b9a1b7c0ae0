package io.alphapanda.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class PiecesTest {

    private final Pieces pieces = new Pieces();

    private long of(String instrument, String volume) {
        return pieces.of(instrument, new BigDecimal(volume));
    }

    @Test
    void aTickCarriesWhatWasTradedSinceTheOneBefore() {
        of("NSE:TCS", "37247");
        of("NSE:INFY", "500000");

        assertThat(of("NSE:TCS", "37565")).isEqualTo(318);
        assertThat(of("NSE:INFY", "500250.5")).isEqualTo(250);
    }

    @Test
    void atTheBestPriceThereIsAlwaysSomething() {
        assertThat(of("NSE:TCS", "37247"))
                .as("nobody knows when that was traded")
                .isEqualTo(10);
        assertThat(of("NSE:TCS", "37247")).as("nothing traded").isEqualTo(10);
        assertThat(of("NSE:TCS", "37250")).isEqualTo(10);
    }

    @Test
    void aVolumeThatFallsIsThatOfANewDay() {
        of("NSE:TCS", "37247");

        assertThat(of("NSE:TCS", "120")).isEqualTo(120);
    }
}
