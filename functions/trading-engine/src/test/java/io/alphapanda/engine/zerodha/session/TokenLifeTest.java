package io.alphapanda.engine.zerodha.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenLifeTest {

    @ParameterizedTest(name = "login at {0}: dead at {1}")
    @CsvSource({
        // 08:45 Indian time
        "2026-11-26T03:15:00Z, 2026-11-27T00:30:00Z",
        // 05:59:59.999
        "2026-11-26T00:29:59.999Z, 2026-11-26T00:30:00Z",
        // 06:00
        "2026-11-26T00:30:00Z, 2026-11-27T00:30:00Z",
        // 23:59 of a month's last day
        "2026-11-30T18:29:00Z, 2026-12-01T00:30:00Z",
        // 00:30
        "2026-11-30T19:00:00Z, 2026-12-01T00:30:00Z",
    })
    void tokenDiesAtTheNextSixOClockInIndia(Instant login, Instant death) {
        assertThat(TokenLife.end(login)).isEqualTo(death);
    }
}
