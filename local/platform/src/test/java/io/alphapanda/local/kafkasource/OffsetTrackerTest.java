package io.alphapanda.local.kafkasource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class OffsetTrackerTest {
    private final OffsetTracker offsets = new OffsetTracker();

    @Test
    void only_a_prefix_without_gaps_may_be_committed() {
        OffsetTracker.Mark first = offsets.begin(7);
        OffsetTracker.Mark second = offsets.begin(8);
        OffsetTracker.Mark third = offsets.begin(9);

        offsets.done(second);
        assertThat(offsets.committable()).isEqualTo(OptionalLong.empty());
        offsets.done(first);
        assertThat(offsets.committable()).hasValue(9);
        assertThat(offsets.oldestOpen()).hasValue(9);
        offsets.done(third);
        assertThat(offsets.committable()).hasValue(10);
        assertThat(offsets.oldestOpen()).isEmpty();
    }

    @Test
    void offsets_the_log_never_had_are_no_gap() {
        OffsetTracker.Mark first = offsets.begin(3);
        OffsetTracker.Mark afterAMarker = offsets.begin(11);
        offsets.done(first);
        offsets.done(afterAMarker);
        assertThat(offsets.committable()).hasValue(12);
    }
}
