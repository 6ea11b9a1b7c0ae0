package io.alphapanda.local.proof.house;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.local.proof.Violation;
import org.junit.jupiter.api.Test;

class PartitionsTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void aSourceThatDeliversOrHasNothingToDeliverDoesNotStand() {
        var partitions = new Partitions();
        partitions.look("risk-manager-paper", 5, 9, 0);
        partitions.look("risk-manager-paper", 6, 9, 59 * SECOND);
        partitions.look("risk-manager-paper", 6, 0, 118 * SECOND);
        partitions.look("risk-manager-paper", 6, 3, 177 * SECOND);
    }

    @Test
    void aSourceThatDeliversNothingOfWhatLiesBeforeItIsNamed() {
        var partitions = new Partitions();
        partitions.look("risk-manager-paper", 5, 9, 0);

        assertThatThrownBy(() -> partitions.look("risk-manager-paper", 5, 9, 61 * SECOND))
                .isInstanceOf(Violation.class)
                .hasMessageStartingWith("risk-manager-paper stands: 9 records");
    }
}
