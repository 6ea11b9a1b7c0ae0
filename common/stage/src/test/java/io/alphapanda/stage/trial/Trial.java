package io.alphapanda.stage.trial;

import static io.alphapanda.stage.testing.TopicReader.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.event.Ids;
import io.alphapanda.stage.testing.Knock;
import io.alphapanda.stage.testing.Ledger;
import io.alphapanda.stage.testing.TopicReader;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// What became of an event: its effects and all it led to.
public final class Trial {

    private Trial() {}

    /// How often the event took effect.
    public static long effects(Knock knock) {
        return Ledger.count("select count(*) from effects where event_id = ?", knock.id());
    }

    public static boolean isInInbox(Knock knock) {
        return Ledger.count("select count(*) from inbox where event_id = ?", knock.id()) > 0;
    }

    /// Ids of all events that were sent because of it, each as often as it was sent.
    public static List<String> emitted(Knock knock) {
        return ids(records(knock));
    }

    private static List<String> ids(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream().map(each -> header(each, "ce_id")).toList();
    }

    private static List<ConsumerRecord<String, byte[]>> records(Knock knock) {
        var all = new ArrayList<ConsumerRecord<String, byte[]>>();
        for (var topic : List.of(knock.lane() + ".signals.validated", knock.lane() + ".orders.submitted")) {
            all.addAll(TopicReader.all(
                    topic, record -> header(record, "ce_causationid").equals(knock.id())));
        }
        return all;
    }

    /// The events it must lead to, in both topics' order.
    public static List<String> expected(Knock knock) {
        return List.of(Ids.validated(knock.id()), Ids.order(knock.id(), 1));
    }

    /// It took effect once, and led to exactly what it must, once.
    public static void assertOnce(Knock knock) {
        assertThat(effects(knock)).as("effects of " + knock.id()).isEqualTo(1);
        assertThat(emitted(knock)).as("events from " + knock.id()).isEqualTo(expected(knock));
    }

    /// It took effect once; what it led to may have been sent again, and then is the same to the byte.
    public static void assertOnceIfRepeated(Knock knock) {
        assertThat(effects(knock)).as("effects of " + knock.id()).isEqualTo(1);
        var records = records(knock);
        assertThat(ids(records)).containsOnlyElementsOf(expected(knock)).containsAll(expected(knock));
        assertThat(records).allSatisfy(each -> assertThat(each.value())
                .isEqualTo(records.getFirst().value()));
    }

    /// Nothing happened because of it.
    public static void assertNothingDone(Knock knock) {
        assertThat(effects(knock)).as("effects of " + knock.id()).isZero();
        assertThat(isInInbox(knock)).isFalse();
        assertThat(emitted(knock)).isEmpty();
    }

    /// Its dead letter: the bytes as delivered, and why.
    public static ConsumerRecord<String, byte[]> deadLetter(Knock knock) {
        return TopicReader.await(knock.topic() + ".dlq", 1, record -> header(record, "ce_subject")
                        .equals(knock.subject()))
                .getFirst();
    }
}
