package io.alphapanda.domain.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstrumentIdTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NSE:RELIANCE",
                "NSE:M&M",
                "NSE:BAJAJ-AUTO",
                "NSE:NIFTY26JUL25000CE",
                "BITSTAMP:btc_usd",
                "SIM:A.B",
                "123456789012:12345678901234567890123456789012"
            })
    void anInstrumentIsReadAsItIsWritten(String text) {
        var venue = text.substring(0, text.indexOf(':'));
        var symbol = text.substring(text.indexOf(':') + 1);
        assertThat(InstrumentId.of(text))
                .isEqualTo(new InstrumentId(venue, symbol))
                .hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "RELIANCE,            instrument 'RELIANCE' must be written VENUE:SYMBOL",
        "nse:TCS,             'instrument venue ''nse'' must match [A-Z0-9]{1,12}'",
        ":TCS,                'instrument venue '''' must match [A-Z0-9]{1,12}'",
        "ABCDEFGHIJKLM:TCS,   'instrument venue ''ABCDEFGHIJKLM'' must match [A-Z0-9]{1,12}'",
        "NSE:,                'instrument symbol '''' must match [A-Za-z0-9._&-]{1,32}'",
        "NSE:A:B,             'instrument symbol ''A:B'' must match [A-Za-z0-9._&-]{1,32}'",
        "NSE:A/B,             'instrument symbol ''A/B'' must match [A-Za-z0-9._&-]{1,32}'",
        "NSE:A@B,             'instrument symbol ''A@B'' must match [A-Za-z0-9._&-]{1,32}'",
        "NSE:रिलायंस,           'instrument symbol ''रिलायंस'' must match [A-Za-z0-9._&-]{1,32}'",
        "NSE:123456789012345678901234567890123,"
                + " 'instrument symbol ''123456789012345678901234567890123'' must match [A-Za-z0-9._&-]{1,32}'",
    })
    void aNameThatCannotTravelIsRefusedWithItsPart(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InstrumentId.of(text))
                .withMessage(message);
    }

    @Test
    void aLineBreakIsNoPartOfASymbol() {
        assertThatIllegalArgumentException().isThrownBy(() -> InstrumentId.of("NSE:TCS\n"));
    }

    @Test
    void instrumentsAreSortedAsTheyAreWritten() {
        assertThat(InstrumentId.of("BSE:TCS")).isLessThan(InstrumentId.of("NSE:INFY"));
        assertThat(InstrumentId.of("NSE:INFY")).isLessThan(InstrumentId.of("NSE:TCS"));
    }
}
