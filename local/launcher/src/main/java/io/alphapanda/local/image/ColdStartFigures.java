package io.alphapanda.local.image;

import io.alphapanda.local.image.ColdStart.Round;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/// The rounds of one function, summed up.
record ColdStartFigures(String room, List<Round> rounds) {

    ColdStartFigures {
        rounds = List.copyOf(rounds);
    }

    long plainMillis() {
        return median(Round::plain);
    }

    long imageMillis() {
        return median(Round::image);
    }

    /// Of the medians; below 1 where the image's form is faster.
    double ratio() {
        return (double) imageMillis() / plainMillis();
    }

    /// From the fastest to the slowest.
    String range(Function<Round, Duration> form) {
        var sorted = sorted(form);
        return sorted.getFirst() + "–" + sorted.getLast();
    }

    private long median(Function<Round, Duration> form) {
        var sorted = sorted(form);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private List<Long> sorted(Function<Round, Duration> form) {
        return rounds.stream().map(form).map(Duration::toMillis).sorted().toList();
    }
}
