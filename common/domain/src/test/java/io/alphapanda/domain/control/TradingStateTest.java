package io.alphapanda.domain.control;

import static io.alphapanda.domain.control.TradingState.ACTIVE;
import static io.alphapanda.domain.control.TradingState.HALTED;
import static io.alphapanda.domain.control.TradingState.REDUCING;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradingStateTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            ACTIVE,   true,  true
            ACTIVE,   false, true
            REDUCING, true,  true
            REDUCING, false, false
            HALTED,   true,  false
            HALTED,   false, false
            """)
    void stateLetsPassWhatItShould(TradingState state, boolean exits, boolean passes) {
        assertThat(state.lets(exits)).isEqualTo(passes);
    }

    @Test
    void theStrictestHolds() {
        assertThat(ACTIVE.strictest(REDUCING)).isEqualTo(REDUCING);
        assertThat(HALTED.strictest(REDUCING)).isEqualTo(HALTED);
        assertThat(ACTIVE.strictest(ACTIVE)).isEqualTo(ACTIVE);
    }

    @Test
    void aStateIsFoundByItsNameAlone() {
        assertThat(TradingState.named("HALTED")).contains(HALTED);
        assertThat(TradingState.named("halted")).isEmpty();
        assertThat(TradingState.named("")).isEmpty();
    }
}
