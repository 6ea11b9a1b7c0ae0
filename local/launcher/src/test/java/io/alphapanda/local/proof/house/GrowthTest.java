package io.alphapanda.local.proof.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.local.proof.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowthTest {

    private static Growth of(long... looks) {
        var growth = new Growth();
        for (long each : looks) {
            growth.look("api", each);
        }
        return growth;
    }

    @Test
    void aHeapThatFillsItsCachesAndThenStaysIsFlat() {
        assertThatCode(() -> of(40_000, 70_000, 90_000, 91_000, 89_000, 95_000, 90_000, 91_000, 90_000)
                        .requireFlat())
                .doesNotThrowAnyException();
    }

    @Test
    void aHeapThatRisesSteadilyIsNamed() {
        assertThatThrownBy(() -> of(60_000, 65_000, 70_000, 75_000, 80_000, 85_000, 90_000, 95_000, 100_000)
                        .requireFlat())
                .isInstanceOf(Violation.class)
                .hasMessageStartingWith("the live heap of api rose by 25,000 kB");
    }

    @Test
    void aFewLooksSayNothing() {
        assertThatThrownBy(() -> of(60_000, 60_000, 60_000, 60_000).requireFlat())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("4 times");
    }

    @Test
    void generationsAreSummedAndWhatLiesOutsideTheHeapIsNot() {
        assertThat(LiveHeap.kilobytes("""
                4711:
                Command executed successfully
                 DefNew     total 59008K, used 1049K [0x1, 0x2, 0x3)
                  eden space 52480K,   2% used [0x1, 0x2, 0x3)
                 Tenured    total 131072K, used 23456K [0x1, 0x2, 0x3)
                 Metaspace       used 40000K, committed 40256K, reserved 1114112K
                """)).isEqualTo(24_505);
    }

    @Test
    void aHeapCanBeAskedOf() {
        assertThat(LiveHeap.of(ProcessHandle.current().pid())).isGreaterThan(1_000);
    }

    @Test
    void oneInAHundredMayTakeLonger() {
        var hundred = new java.util.ArrayList<>(java.util.Collections.nCopies(99, 10L));
        hundred.add(5_000L);

        assertThat(HangingBroker.percentile(hundred)).isEqualTo(10);
        assertThat(HangingBroker.percentile(List.of(7L))).isEqualTo(7);
    }
}
