package io.alphapanda.local.proof.house;

import io.alphapanda.local.launcher.PlayedHouse;
import io.alphapanda.local.proof.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Live heap of every room over time. A room may fill its caches while it warms up, in the first third of the
/// looks; the line through the rest must not rise by more than the bound.
final class Growth {

    static final long MOST_KB = 24_000;

    /// How what it has against a room begins.
    static final String RISEN = "the live heap of";

    private static final int FEWEST = 5;

    private final Map<String, List<Long>> looks = new TreeMap<>();
    private Memory first = new Memory(Map.of());
    private Memory last = new Memory(Map.of());

    /// To be called at even distances.
    void look(PlayedHouse house) {
        var rooms = house.rooms();
        for (var room : rooms) {
            house.process(room).ifPresent(process -> look(room, LiveHeap.of(process.pid())));
        }
        last = Memory.of(house, rooms);
        if (count() == FEWEST - 2) {
            first = last;
        }
    }

    void look(String room, long kilobytes) {
        looks.computeIfAbsent(room, _ -> new ArrayList<>()).add(kilobytes);
    }

    /// @throws Violation      naming the room that has grown
    /// @throws IllegalStateException if there were too few looks to say
    void requireFlat() {
        looks.forEach((room, all) -> {
            if (all.size() < FEWEST) {
                throw new IllegalStateException(
                        room + " was looked at " + all.size() + " times, at least " + FEWEST + " say something");
            }
            long risen = risen(all);
            if (risen > MOST_KB) {
                throw new Violation((RISEN + " %s rose by %,d kB: %s").formatted(room, risen, all));
            }
        });
        first.requireSteady(last);
    }

    private int count() {
        return looks.values().stream().mapToInt(List::size).max().orElse(0);
    }

    /// By how much the line of least squares through them rises from the first to the last, without the first third.
    static long risen(List<Long> all) {
        var late = all.subList(all.size() / 3, all.size());
        int n = late.size();
        double middle = (n - 1) / 2.0;
        double mean = late.stream().mapToLong(Long::longValue).average().orElseThrow();
        double above = 0;
        double below = 0;
        for (int i = 0; i < n; i++) {
            above += (i - middle) * (late.get(i) - mean);
            below += (i - middle) * (i - middle);
        }
        return Math.round(above / below * (n - 1));
    }

    /// `api 61 to 62 MB`, the live heap of each after it had warmed up and in the end.
    @Override
    public String toString() {
        return looks.entrySet().stream()
                .map(each -> String.format(
                        Locale.ROOT,
                        "%s %d to %d",
                        each.getKey(),
                        each.getValue().get(each.getValue().size() / 3) / 1_000,
                        each.getValue().getLast() / 1_000))
                .collect(Collectors.joining(", ", "live heap in MB: ", ""));
    }
}
