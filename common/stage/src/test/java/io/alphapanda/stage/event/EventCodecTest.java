package io.alphapanda.stage.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.signal.LaneSignal;
import io.alphapanda.stage.testing.Signals;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventCodecTest {

    private final EventCodec codec = new EventCodec();
    private final LaneSignal signal = new Signals("paper", "codec").next(Side.BUY, 10);
    private final String json = new String(codec.encode(signal), StandardCharsets.UTF_8);

    @Test
    void moneyAndQuantitiesTravelAsStrings() {
        assertThat(json)
                .contains("\"quantity\":\"10\"")
                .contains("\"referencePrice\":\"100\"")
                .contains("\"broker\":\"paper\"");
    }

    @Test
    void whatIsWrittenIsReadBack() throws MalformedEventException {
        assertThat(read(json)).isEqualTo(signal);
    }

    @Test
    void fieldOfANewerSenderIsTolerated() throws MalformedEventException {
        assertThat(read(json.replaceFirst("\\{", "{\"added\":{\"later\":[1]},")))
                .isEqualTo(signal);
    }

    @Test
    void optionalFieldThatAnOlderSenderDidNotKnowIsEmpty() throws MalformedEventException {
        var older = json.replace(",\"follows\":null", "");

        assertThat(older).isNotEqualTo(json);
        assertThat(read(older)).isEqualTo(signal);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "quantity":"10",                | | quantity
            "broker":"paper",               | | broker
            "side":"BUY",                   | | side
            "quantity":"10"                 | "quantity":"-10"            | signal.quantity: quantity -10 must not be below 0
            "quantity":"10"                 | "quantity":10               | signal.quantity
            "quantity":"10"                 | "quantity":"1e400"          | signal.quantity
            "quantity":"10"                 | "quantity":"ten"            | signal.quantity: quantity 'ten' is not a decimal number
            "quantity":"10"                 | "quantity":null             | quantity
            "side":"BUY"                    | "side":"HOLD"               | signal.side
            "tickOrdinal":1                 | "tickOrdinal":"x"           | signal.tickOrdinal
            "broker":"paper"                | "broker":"Paper!"           | broker: broker 'Paper!' must match
            """)
    void fieldThatIsMissingOrOutOfBoundsIsNamed(String written, String instead, String named) {
        var broken = json.replace(written, instead == null ? "" : instead);

        assertThat(broken).isNotEqualTo(json);
        assertThatThrownBy(() -> read(broken))
                .isInstanceOf(MalformedEventException.class)
                .hasMessageContaining(named);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"id":
            []
            null
            "text"
            {} {}
            {"id":"a"}x
            """)
    void dataThatIsNoObjectOfItsTypeIsMalformed(String data) {
        assertThatThrownBy(() -> read(data)).isInstanceOf(MalformedEventException.class);
    }

    @Test
    void dataNestedWithoutEndIsMalformed() {
        assertThatThrownBy(() -> read("{\"added\":" + "[".repeat(100_000))).isInstanceOf(MalformedEventException.class);
    }

    @Test
    void messageNeverShowsTheDocument() {
        assertThatThrownBy(() -> read("{\"secret\":\"s3cr3t\", broken"))
                .hasMessage("data is not JSON")
                .hasMessageNotContaining("s3cr3t");
    }

    private LaneSignal read(String text) throws MalformedEventException {
        return codec.decode(text.getBytes(StandardCharsets.UTF_8), LaneSignal.class);
    }
}
