package io.alphapanda.stage.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.market.StreamId;
import io.alphapanda.domain.money.BasisPoints;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.SignedQuantity;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.StrategyId;
import io.alphapanda.stage.event.EventCodec;
import io.alphapanda.stage.event.MalformedEventException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The schema of a value takes exactly what the codec writes: what it reads and would write again in the same form.
class NotationTest {

    private static final Map<String, Class<?>> TYPES = Stream.of(
                    Price.class,
                    Quantity.class,
                    SignedQuantity.class,
                    Money.class,
                    BasisPoints.class,
                    InstrumentId.class,
                    StreamId.class,
                    Broker.class,
                    StrategyId.class,
                    AssetClass.class,
                    Instant.class)
            .collect(Collectors.toMap(Class::getSimpleName, each -> each));

    private final EventCodec codec = new EventCodec();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Price          | "1", "0.05", "0.0000000001", "100", "999999999999999.9999999999"
            Quantity       | "0", "10", "0.5", "999999999999999"
            SignedQuantity | "0", "-10", "10", "-0.5"
            Money          | "0", "-0.01", "12.5", "-999999999999999.9999999999"
            BasisPoints    | "0", "-25", "0.000001", "999999999999999999999999999999"
            InstrumentId   | "NSE:RELIANCE", "NSE:M&M", "NSE:BAJAJ-AUTO", "SIM:a.b_c"
            StreamId       | "nse-1", "2026-03-05.nse", "0"
            Broker         | "paper", "paper-b", "p", "market1"
            StrategyId     | "momentum", "m", "rsi-14"
            AssetClass     | "equity", "crypto", "options", "forex"
            Instant        | "2026-03-05T05:30:00Z", "2026-03-05T05:30:00.123456789Z"
            """)
    void whatTheCodecWritesHolds(String type, String values) {
        assertThat(json(values)).allSatisfy(json -> {
            assertThat(isWrittenSo(type, json)).as("the codec writes " + json).isTrue();
            assertThat(holds(type, json)).as("the schema takes " + json).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Price          | "0", "-1", "1.0", "01", "+1", "1e3", ".5", "1.", "", "ten", "0.00000000001", "1000000000000000", 1, null
            Quantity       | "-1", "0.0", "10.50", "-0", "1E1", 10
            SignedQuantity | "-0", "00", "1.10", "--1", -1
            Money          | "-0", "1.", "1,000", "INR 1", 0.5
            BasisPoints    | "-0", "1.0000000", "1000000000000000000000000000000"
            InstrumentId   | "RELIANCE", "nse:TCS", "NSE:", ":TCS", "NSE:A:B", "NSE:TATA STEEL", "NSE:ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456"
            StreamId       | "", "NSE", "-a", "a_b", "a2345678901234567890123456789012345678901234567x9"
            Broker         | "Paper", "market", "control", "strategy", "1a", "a2345678901234567890x1234", "a.b"
            StrategyId     | "", "Momentum", "1a", "a b"
            AssetClass     | "EQUITY", "equities", "", 0
            Instant        | "yesterday", "2026-03-05", "2026-03-05T05:30:00", "2026-13-05T05:30:00Z", ""
            """)
    void whatTheCodecNeverWritesDoesNotHold(String type, String values) {
        assertThat(json(values)).allSatisfy(json -> {
            assertThat(isWrittenSo(type, json)).as("the codec writes " + json).isFalse();
            assertThat(holds(type, json)).as("the schema takes " + json).isFalse();
        });
    }

    private static List<String> json(String values) {
        return Stream.of(values.split(", ")).toList();
    }

    private boolean isWrittenSo(String type, String json) {
        try {
            var value = codec.decode(json.getBytes(StandardCharsets.UTF_8), TYPES.get(type));
            return new String(codec.encode(value), StandardCharsets.UTF_8).equals(json);
        } catch (MalformedEventException _) {
            return false;
        }
    }

    private boolean holds(String type, String json) {
        return Validation.of(Notation.of(TYPES.get(type)).orElseThrow())
                .refusals(json)
                .isEmpty();
    }
}
