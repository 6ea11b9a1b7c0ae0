package io.alphapanda.stage.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.signal.LaneSignal;
import io.alphapanda.stage.event.EventCodec;
import io.alphapanda.stage.event.MalformedEventException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The schemas that are checked in, as somebody else's validator reads them, against what the codec writes.
class EventsHoldTest {

    private final EventCodec codec = new EventCodec();
    private final SomeEvents events = new SomeEvents();

    static Stream<EventType> sent() {
        return Arrays.stream(EventType.values()).filter(each -> each.payload().isPresent());
    }

    @ParameterizedTest
    @MethodSource("sent")
    void whatTheCodecWritesHoldsAndHasNoFieldTheSchemaDoesNotTell(EventType type) throws IOException {
        var schema = Validation.closed(checkedIn(type));

        assertThat(events.of(type)).isNotEmpty().allSatisfy(data -> {
            var json = codec.encode(data);
            assertThat(schema.refusals(json)).as(text(json)).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everyTypeHasEventsOfTheRecordItNames(EventType type) {
        assertThat(events.of(type))
                .allSatisfy(data -> assertThat(type.payload().orElseThrow()).isEqualTo(data.getClass()));
        assertThat(events.of(type).isEmpty()).isEqualTo(type.payload().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            TICK_BATCH       | "shard":0,               | ``                          | shard
            TICK_BATCH       | "shard":0                | "shard":"zero"              | shard
            TICK_BATCH       | "equity"                 | "EQUITY"                    | assetClass
            TICK_BATCH       | "price":"2450.05"        | "price":2450.05             | price
            TICK_BATCH       | "ordinal":1,             | ``                          | ordinal
            TICK_BATCH       | "last":false             | "last":null                 | last
            SIGNAL_GENERATED | "quantity":"10",         | ``                          | quantity
            SIGNAL_GENERATED | "quantity":"10"          | "quantity":10               | quantity
            SIGNAL_GENERATED | "quantity":"10"          | "quantity":"-10"            | quantity
            SIGNAL_GENERATED | "side":"BUY"             | "side":"HOLD"               | side
            SIGNAL_GENERATED | "broker":"paper"         | "broker":"market"           | broker
            SIGNAL_GENERATED | "2026-03-05T05:30:01Z"   | "5 March"                   | referenceTime
            SIGNAL_GENERATED | "follows":null           | "follows":{}                | follows
            SIGNAL_VALIDATED | "rule":"expiry",         | ``                          | rule
            SIGNAL_VALIDATED | "limit":"500"            | "limit":{}                  | limit
            SIGNAL_REJECTED  | "code":"ORDER_VALUE_EXCEEDED" | "code":"BAD_LUCK"      | code
            SIGNAL_REJECTED  | "signal":{               | "wish":{                    | signal
            ORDER_FILLED     | "status":"FILLED"        | "status":"DONE"             | status
            ORDER_FILLED     | "sequence":1,            | ``                          | sequence
            ORDER_FILLED     | "filledQuantity":"10"    | "filledQuantity":null       | filledQuantity
            ORDER_FAILED     | "failure":"MARKET_CLOSED" | "failure":"LUNCH"          | failure
            ORDER_FAILED     | "version":2              | "version":"two"             | version
            PNL_SNAPSHOT     | "cash":"998999"          | "cash":998999               | cash
            PNL_SNAPSHOT     | "reality":"PAPER"        | "reality":"REAL"            | reality
            PNL_SNAPSHOT     | "pricing":"CURRENT",     | ``                          | pricing
            """)
    void whatTheCodecCanNotReadDoesNotHold(EventType type, String written, String instead, String field)
            throws IOException {
        var json = text(codec.encode(events.of(type).getFirst()));
        var broken = json.replace(written, instead);

        assertThat(broken).isNotEqualTo(json);
        assertThat(Validation.of(checkedIn(type)).refusals(broken))
                .anySatisfy(each -> assertThat(each).contains(field));
        assertThatThrownBy(() -> codec.decode(
                        broken.getBytes(StandardCharsets.UTF_8), type.payload().orElseThrow()))
                .isInstanceOf(MalformedEventException.class)
                .hasMessageContaining(field);
    }

    @Test
    void eventOfANewerOrAnOlderSenderHoldsAndIsRead() throws Exception {
        var json = text(codec.encode(events.of(EventType.SIGNAL_GENERATED).getFirst()));
        var newer = json.replaceFirst("\\{", "{\"added\":{\"later\":[1]},");
        var older = json.replace(",\"follows\":null", "");
        var schema = Validation.of(checkedIn(EventType.SIGNAL_GENERATED));

        assertThat(schema.refusals(newer)).isEmpty();
        assertThat(schema.refusals(older)).isEmpty();
        for (var each : new String[] {newer, older}) {
            assertThat(codec.decode(each.getBytes(StandardCharsets.UTF_8), LaneSignal.class))
                    .isEqualTo(events.of(EventType.SIGNAL_GENERATED).getFirst());
        }
    }

    private static JsonNode checkedIn(EventType type) throws IOException {
        return JsonMapper.builder()
                .build()
                .readTree(CheckedIn.reference()
                        .folder()
                        .resolve(CheckedIn.file(DataSchema.name(type)))
                        .toFile());
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
