package io.alphapanda.local.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.local.image.ColdStart.Round;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ColdStartFiguresTest {

    @Test
    void theRatioIsOfMediansSoThatOneSlowStartIsNoResult() {
        var figures = new ColdStartFigures("risk-manager", rounds(1000, 400, 9000, 500, 1200, 5000));
        assertThat(figures.plainMillis()).isEqualTo(1200);
        assertThat(figures.imageMillis()).isEqualTo(500);
        assertThat(figures.ratio()).isBetween(0.41, 0.42);
        assertThat(figures.range(Round::image)).isEqualTo("400–5000");
    }

    @Test
    void anEvenNumberOfRoundsHasTheMeanOfTheMiddleTwo() {
        assertThat(new ColdStartFigures("api", rounds(1000, 1, 2000, 3)).plainMillis())
                .isEqualTo(1500);
    }

    /// Plain and image in turn.
    private static List<Round> rounds(long... millis) {
        return Stream.iterate(0, i -> i < millis.length, i -> i + 2)
                .map(i -> new Round(Duration.ofMillis(millis[i]), Duration.ofMillis(millis[i + 1])))
                .toList();
    }
}
