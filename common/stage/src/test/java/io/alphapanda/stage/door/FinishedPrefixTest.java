package io.alphapanda.stage.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FinishedPrefixTest {

    private final FinishedPrefix prefix = new FinishedPrefix();

    @Test
    void nothingIsCommittedBeforeARecordIsFinished() {
        LongStream.range(5, 8).forEach(prefix::begin);

        assertThat(prefix.advance()).hasValue(5);
        prefix.finish(6);
        prefix.finish(7);
        assertThat(prefix.advance()).isEmpty();
        assertThat(prefix.unfinished()).isEqualTo(1);
    }

    @Test
    void offsetMovesBehindAllThatIsFinishedWithoutAGap() {
        LongStream.range(5, 10).forEach(prefix::begin);

        prefix.finish(6);
        prefix.finish(5);
        assertThat(prefix.advance()).hasValue(7);
        LongStream.range(7, 10).forEach(prefix::finish);
        assertThat(prefix.advance()).hasValue(10);
        assertThat(prefix.advance()).isEmpty();
    }

    @Test
    void offsetsThatATransactionLeftOutAreNoGap() {
        prefix.begin(5);
        prefix.begin(8);

        prefix.finish(5);
        assertThat(prefix.advance()).hasValue(8);
        prefix.finish(8);
        assertThat(prefix.advance()).hasValue(9);
    }

    @Test
    void partitionWithoutRecordsHasNothingToCommit() {
        assertThat(prefix.advance()).isEmpty();
    }
}
