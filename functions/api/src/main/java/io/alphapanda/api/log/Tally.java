package io.alphapanda.api.log;

import io.alphapanda.api.page.Period;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Counts lines by channel, room and level.
final class Tally {

    private final SortedMap<String, SortedMap<String, Long>> byChannel = new TreeMap<>();
    private final SortedMap<String, SortedMap<String, Long>> byRoom = new TreeMap<>();
    private long lines;

    void add(Entry entry) {
        lines++;
        count(byChannel, entry.channel().label(), entry.line().level());
        count(byRoom, entry.line().room(), entry.line().level());
    }

    private static void count(Map<String, SortedMap<String, Long>> counts, String of, String level) {
        counts.computeIfAbsent(of, _ -> new TreeMap<>()).merge(level, 1L, Long::sum);
    }

    LogStatistics told(Period period, boolean complete) {
        return new LogStatistics(period.from(), period.to(), lines, complete, byChannel, byRoom);
    }
}
