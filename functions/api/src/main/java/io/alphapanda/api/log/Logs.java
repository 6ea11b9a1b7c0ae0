package io.alphapanda.api.log;

import io.alphapanda.api.log.Entry.Place;
import io.alphapanda.api.log.LogStreams.Part;
import io.alphapanda.api.log.LogStreams.Range;
import io.alphapanda.api.page.Cursor;
import io.alphapanda.api.page.Limit;
import io.alphapanda.api.page.Period;
import io.alphapanda.stage.log.LogChannel;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Answers questions about the log.
@Singleton
public final class Logs {

    static final String LIST = "logs";

    /// Lines of a channel read at once.
    private static final int A_STEP = 500;

    /// Steps one answer is made of at most; then it ends, though nothing may have fitted.
    private static final int MOST_STEPS = 10;

    private final LogStreams streams;

    Logs(LogStreams streams) {
        this.streams = streams;
    }

    /// Where a reading stands: behind this place, newest first, channels of one id in their order.
    private record Behind(Place at, LogChannel channel) {

        /// @throws io.alphapanda.api.problem.ProblemException if it is none
        static Behind read(String cursor) {
            var parts = Cursor.read(LIST, 2, cursor);
            try {
                var channel = LogChannel.find(parts.getLast()).orElseThrow(() -> Cursor.bad(cursor));
                return new Behind(Place.of(parts.getFirst()), channel);
            } catch (IllegalArgumentException _) {
                throw Cursor.bad(cursor);
            }
        }

        /// The last id that is still to be read of a channel.
        String last(LogChannel of) {
            return of.compareTo(channel) > 0 ? at.toString() : "(" + at;
        }

        String cursor() {
            return Cursor.after(LIST, at.toString(), channel.label());
        }
    }

    /// How many lines each channel holds, and how old they are.
    Uni<LogChannels> channels() {
        var all = List.of(LogChannel.values());
        var whole = all.stream().map(each -> new Range(each, "-", "+")).toList();
        return streams.lengths(all).chain(lengths -> streams.oldest(whole, 1).chain(oldest -> streams.newest(whole, 1)
                .map(newest -> new LogChannels(IntStream.range(0, all.size())
                        .mapToObj(i -> LogChannels.Channel.of(all.get(i), lengths.get(i), oldest.get(i), newest.get(i)))
                        .toList()))));
    }

    /// What has been logged, counted.
    Uni<LogStatistics> statistics(Period period) {
        return new Counting(period).step(List.of(LogChannel.values()), Map.of(), 1);
    }

    private final class Counting {

        private final Period period;
        private final Tally tally = new Tally();

        Counting(Period period) {
            this.period = period;
        }

        /// @param behind how far each channel has been read
        Uni<LogStatistics> step(List<LogChannel> channels, Map<LogChannel, Place> behind, int step) {
            var first = Long.toString(period.from().toEpochMilli());
            var last = lastOf(period);
            var ranges = channels.stream()
                    .map(each -> new Range(
                            each,
                            first,
                            Optional.ofNullable(behind.get(each))
                                    .map(at -> "(" + at)
                                    .orElse(last)))
                    .toList();
            return streams.newest(ranges, A_STEP).chain(parts -> {
                var next = new EnumMap<LogChannel, Place>(LogChannel.class);
                for (int i = 0; i < parts.size(); i++) {
                    parts.get(i).entries().forEach(tally::add);
                    if (parts.get(i).full()) {
                        next.put(channels.get(i), parts.get(i).last().orElseThrow());
                    }
                }
                return next.isEmpty() || step == MOST_STEPS
                        ? Uni.createFrom().item(tally.told(period, next.isEmpty()))
                        : step(List.copyOf(next.keySet()), next, step + 1);
            });
        }
    }

    Uni<LogPage> page(LogFilter filter, Limit limit, Optional<String> cursor) {
        var channels = List.copyOf(filter.channels());
        var first = Long.toString(filter.period().from().toEpochMilli());
        var last = lastOf(filter.period());
        return new Reading(filter, limit, channels, first, last).step(cursor.map(Behind::read), 1);
    }

    /// The last id within it: an end without a sequence is the last of its millisecond.
    private static String lastOf(Period period) {
        return Long.toString(period.to().toEpochMilli() - 1);
    }

    private final class Reading {

        private final LogFilter filter;
        private final Limit limit;
        private final List<LogChannel> channels;
        private final String first;
        private final String last;
        private final List<Entry> found = new ArrayList<>();

        Reading(LogFilter filter, Limit limit, List<LogChannel> channels, String first, String last) {
            this.filter = filter;
            this.limit = limit;
            this.channels = channels;
            this.first = first;
            this.last = last;
        }

        /// Reads on behind a place, until there is enough, or nothing more, or it has read enough.
        Uni<LogPage> step(Optional<Behind> behind, int step) {
            var ranges = channels.stream()
                    .map(each -> new Range(
                            each, first, behind.map(at -> at.last(each)).orElse(last)))
                    .toList();
            return streams.newest(ranges, A_STEP).chain(parts -> {
                var read = merged(parts);
                for (var entry : read) {
                    if (found.size() == limit.rows()) {
                        return page(true);
                    }
                    if (filter.fits(entry.line())) {
                        found.add(entry);
                    }
                }
                if (parts.stream().noneMatch(Part::full)) {
                    return page(false);
                }
                var reached = reached(parts);
                return step < MOST_STEPS && found.size() < limit.rows()
                        ? step(Optional.of(reached), step + 1)
                        : Uni.createFrom().item(new LogPage(lines(), Optional.of(reached.cursor())));
            });
        }

        /// Those of all channels that come before anything not yet read.
        private List<Entry> merged(List<Part> parts) {
            var horizon = horizon(parts);
            return parts.stream()
                    .flatMap(each -> each.entries().stream())
                    .filter(each ->
                            horizon.map(at -> each.at().compareTo(at) >= 0).orElse(true))
                    .sorted(Entry.NEWEST_FIRST)
                    .toList();
        }

        /// How far all channels have been read: the newest of the ends of those that go on.
        private Optional<Place> horizon(List<Part> parts) {
            return parts.stream()
                    .filter(Part::full)
                    .flatMap(each -> each.last().stream())
                    .max(Place::compareTo);
        }

        private Behind reached(List<Part> parts) {
            return new Behind(horizon(parts).orElseThrow(), channels.getLast());
        }

        private Uni<LogPage> page(boolean more) {
            return Uni.createFrom()
                    .item(new LogPage(
                            lines(),
                            more
                                    ? Optional.of(new Behind(
                                                    found.getLast().at(),
                                                    found.getLast().channel())
                                            .cursor())
                                    : Optional.empty()));
        }

        private List<LogEntryLine> lines() {
            return found.stream().map(LogEntryLine::of).toList();
        }
    }
}
