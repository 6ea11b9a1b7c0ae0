package io.alphapanda.stage.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private static final Backoff BACKOFF =
            new Backoff(Duration.ofMillis(100), Duration.ofMillis(800), Duration.ofMillis(2_300));

    @ParameterizedTest(name = "after attempt {0}: {1} ms")
    @CsvSource({"1, 100", "2, 200", "3, 400", "4, 800", "5, 800", "1000000, 800"})
    void aWaitDoublesUpToTheLongest(int attempt, long millis) {
        assertThat(BACKOFF.wait(attempt)).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void aLongestThatNoDoublingMeetsIsTheLongestAllTheSame() {
        var odd = new Backoff(Duration.ofMillis(100), Duration.ofMillis(300), Duration.ofSeconds(1));

        assertThat(odd.wait(3)).isEqualTo(Duration.ofMillis(300));
    }

    /// 100, 200, 400, 800 and 800 ms are 2,300.
    @ParameterizedTest(name = "attempt {0}: {1}")
    @CsvSource({"1, false", "5, false", "6, true", "7, true"})
    void anEventIsGivenUpOnceItsWaitsAddUpToEnough(int attempt, boolean exhausted) {
        assertThat(BACKOFF.isExhausted(attempt)).isEqualTo(exhausted);
    }
}
