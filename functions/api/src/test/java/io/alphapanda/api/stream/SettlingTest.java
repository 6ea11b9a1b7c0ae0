package io.alphapanda.api.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.api.stream.ActivityLedger.Entry;
import io.alphapanda.api.stream.ActivityLedger.Look;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SettlingTest {

    private static Look look(long oldest, long next, long newest, long... ids) {
        return new Look(
                oldest,
                next,
                newest,
                Arrays.stream(ids)
                        .mapToObj(id -> new Entry(
                                id,
                                "risk-manager",
                                "paper",
                                "e" + id,
                                "type",
                                "idea",
                                Instant.EPOCH,
                                Instant.EPOCH,
                                new byte[0]))
                        .toList());
    }

    @Test
    void anIdThatMayStillComeHoldsTheSettledOneBack() {
        var settling = new Settling(List.of());

        settling.saw(look(905, 907, 40, 37, 39, 40));
        settling.saw(look(905, 910, 42, 41, 42));
        assertThat(settling.settled()).isZero();

        settling.saw(look(907, 911, 42, 38));
        assertThat(settling.settled()).isEqualTo(40);
        assertThat(settling.seen()).containsExactly(41L, 42L);
    }

    @Test
    void whereNobodyIsAtWorkTheNextLookSettles() {
        var settling = new Settling(List.of());

        settling.saw(look(900, 900, 3, 1, 2, 3));
        assertThat(settling.settled()).isZero();
        settling.saw(look(900, 900, 3));

        assertThat(settling.settled()).isEqualTo(3);
        assertThat(settling.seen()).isEmpty();
    }

    @Test
    void whatIsThereAtTheBeginningIsSeenAndWhatIsMissingAmongItMayStillCome() {
        var settling = new Settling(List.of(10L, 9L, 7L));

        assertThat(settling.settled()).isEqualTo(6);
        assertThat(settling.seen()).containsExactly(7L, 9L, 10L);
    }

    @Test
    void aTransactionThatStaysForMinutesDoesNotMakeItRememberEverything() {
        var settling = new Settling(List.of());
        settling.saw(look(1, 2, 1, 1));

        settling.saw(look(1, 9, 9_000, LongStream.rangeClosed(2, 9_000).toArray()));

        assertThat(settling.seen()).hasSize(Settling.MOST_UNSETTLED);
        assertThat(settling.settled()).isEqualTo(9_000 - Settling.MOST_UNSETTLED);
    }
}
