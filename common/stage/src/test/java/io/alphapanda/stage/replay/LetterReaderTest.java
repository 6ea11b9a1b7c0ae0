package io.alphapanda.stage.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.signal.Broker;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class LetterReaderTest {

    private static final Origin RAW = Origin.of(List.of(new Broker("paper"))).stream()
            .filter(each -> each.topic().equals("paper.signals.raw"))
            .findFirst()
            .orElseThrow();

    private static final List<String> EVENT = List.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            "s/1",
            "ce_type",
            "t",
            "content-type",
            "application/json",
            "ce_broker",
            "b");

    private static DeadLetter letter(String... added) {
        var record = new ConsumerRecord<>(RAW.deadLetters(), 0, 17, "key".getBytes(), "{}".getBytes());
        add(record, EVENT);
        add(record, Arrays.asList(added));
        return LetterReader.read(RAW, record);
    }

    private static void add(ConsumerRecord<byte[], byte[]> record, List<String> headers) {
        for (int i = 0; i < headers.size(); i += 2) {
            record.headers().add(headers.get(i), headers.get(i + 1).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Map<String, String> headers(DeadLetter letter) {
        var headers = new LinkedHashMap<String, String>();
        letter.headers().forEach(each -> headers.put(each.key(), new String(each.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    private static Map<String, String> event() {
        var event = new LinkedHashMap<String, String>();
        for (int i = 0; i < EVENT.size(); i += 2) {
            event.put(EVENT.get(i), EVENT.get(i + 1));
        }
        return event;
    }

    @Test
    void letterOfADoorLosesItsReasonAndTheStampsOfItsSource() {
        var letter = letter(
                "ce_lane", "paper",
                "ce_topic", "paper.signals.raw",
                "ce_knativekafkapartition", "2",
                "ce_knativekafkaoffset", "1873",
                "deadletter-reason", "DATA_MALFORMED",
                "deadletter-detail", "data is not JSON",
                "deadletter-stage", "risk-manager");

        assertThat(headers(letter)).isEqualTo(event());
        assertThat(letter.cause())
                .isEqualTo(new DeadLetter.Cause("DATA_MALFORMED", "data is not JSON", "risk-manager"));
        assertThat(letter.delivered()).contains(new DeadLetter.Place(2, 1873));
        assertThat(letter.stamps())
                .isEqualTo(new DeadLetter.Stamps(Optional.of("paper"), Optional.of("paper.signals.raw")));
        assertThat(letter.attributes().contentType()).isEqualTo("application/json");
        assertThat(letter.place()).isEqualTo("paper.signals.raw.dlq 0/17");
    }

    @Test
    void letterOfASourceTellsWhatItsFunctionHadAnswered() {
        var letter = letter(
                "ce_knativeerrordest", "http://risk-manager/",
                "ce_knativeerrorcode", "503",
                "ce_knativeerrordata", "YXdheQ==",
                "ce_kneanything", "else");

        assertThat(headers(letter)).isEqualTo(event());
        assertThat(letter.cause()).isEqualTo(new DeadLetter.Cause("HTTP_503", "away", "http://risk-manager/"));
        assertThat(letter.delivered()).isEmpty();
    }

    @Test
    void letterOfASourceThatWasNeverAnsweredSaysSo() {
        assertThat(letter("ce_knativeerrordest", "http://risk-manager/").cause())
                .isEqualTo(new DeadLetter.Cause("NO_ANSWER", "", "http://risk-manager/"));
    }

    @Test
    void traceIsAHeaderAgain() {
        var letter = letter("ce_traceparent", "00-trace");

        assertThat(headers(letter)).containsEntry("traceparent", "00-trace").doesNotContainKey("ce_traceparent");
        assertThat(letter.attributes().values()).containsEntry("traceparent", "00-trace");
    }
}
