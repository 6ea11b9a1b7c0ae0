package io.alphapanda.api.log;

import io.alphapanda.api.log.Entry.Place;
import io.alphapanda.api.log.LogStreams.Part;
import io.alphapanda.api.log.LogStreams.Range;
import io.alphapanda.stage.log.LogChannel;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Reads what is logged, as it is logged. One reader.
@Singleton
public final class LogTail {

    /// Lines of a channel read at once; the next time reads on.
    private static final int MOST = 200;

    private static final List<LogChannel> ALL = List.of(LogChannel.values());

    private final LogStreams streams;
    private final Map<LogChannel, Place> read = new EnumMap<>(LogChannel.class);

    LogTail(LogStreams streams) {
        this.streams = streams;
    }

    /// Forgets where it was: the next time begins with what is logged after it.
    public synchronized void toTheEnd() {
        read.clear();
    }

    /// What was logged since the last time, oldest first; nothing the first time.
    public Uni<List<LogEntryLine>> next() {
        return isAtTheEnd()
                ? ends().replaceWith(List.of())
                : streams.oldest(ranges(), MOST).map(this::lines);
    }

    private synchronized boolean isAtTheEnd() {
        return read.size() < ALL.size();
    }

    private Uni<List<Part>> ends() {
        var whole = ALL.stream().map(each -> new Range(each, "-", "+")).toList();
        return streams.newest(whole, 1)
                .invoke(parts -> ALL.forEach(
                        each -> reached(each, parts.get(each.ordinal()).last().orElse(new Place(0, 0)))));
    }

    private synchronized void reached(LogChannel channel, Place place) {
        read.put(channel, place);
    }

    private synchronized List<Range> ranges() {
        return ALL.stream()
                .map(each -> new Range(each, "(" + read.get(each), "+"))
                .toList();
    }

    private List<LogEntryLine> lines(List<Part> parts) {
        ALL.forEach(each -> parts.get(each.ordinal()).last().ifPresent(last -> reached(each, last)));
        return parts.stream()
                .flatMap(each -> each.entries().stream())
                .sorted(Comparator.comparing(Entry::at))
                .map(LogEntryLine::of)
                .toList();
    }
}
