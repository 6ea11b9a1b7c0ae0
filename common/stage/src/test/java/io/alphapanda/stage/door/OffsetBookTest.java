package io.alphapanda.stage.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class OffsetBookTest {

    private static final TopicPartition FIRST = new TopicPartition("paper.signals.raw", 0);
    private static final TopicPartition SECOND = new TopicPartition("paper.signals.raw", 1);

    private final OffsetBook book = new OffsetBook();

    @Test
    void anOffsetIsCommittedOnceAndBehindWhatIsFinishedOnly() {
        var one = begin(FIRST, 5);
        begin(FIRST, 6);
        assertThat(committed()).isEqualTo(Map.of(FIRST, 5L));

        one.finish();
        assertThat(committed()).as("nobody has taken note").isEmpty();
        book.settle();

        assertThat(committed()).isEqualTo(Map.of(FIRST, 6L));
        assertThat(committed()).isEmpty();
    }

    @Test
    void partitionsAreCountedApart() {
        var one = begin(FIRST, 5);
        begin(SECOND, 9);
        begin(SECOND, 10);

        one.finish();
        book.settle();

        assertThat(book.unfinished(FIRST)).isZero();
        assertThat(book.unfinished(SECOND)).isEqualTo(2);
        assertThat(book.unfinished(new TopicPartition("paper.signals.raw", 2))).isZero();
        assertThat(book.unfinished()).isEqualTo(2);
        assertThat(committed()).isEqualTo(Map.of(FIRST, 6L, SECOND, 9L));
    }

    @Test
    void whatIsFinishedOfAPartitionThatIsGoneCommitsNothing() {
        var gone = begin(FIRST, 5);
        begin(SECOND, 9);

        book.forget(List.of(FIRST));
        gone.finish();
        book.settle();

        assertThat(committed()).isEqualTo(Map.of(SECOND, 9L));
        assertThat(book.unfinished()).isEqualTo(1);

        book.clear();
        assertThat(committed()).isEmpty();
        assertThat(book.unfinished()).isZero();
    }

    private OffsetBook.Entry begin(TopicPartition partition, long offset) {
        return book.begin(new ConsumerRecord<>(partition.topic(), partition.partition(), offset, "key", new byte[0]));
    }

    private Map<TopicPartition, Long> committed() {
        return book.advance().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue()
                .offset()));
    }
}
