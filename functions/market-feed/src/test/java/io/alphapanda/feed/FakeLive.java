package io.alphapanda.feed;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.market.StreamId;
import io.alphapanda.feed.live.LiveDay;
import io.alphapanda.feed.live.LiveSource;
import io.alphapanda.feed.live.LiveTicks;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// A live source of which a test says what comes next.
final class FakeLive implements LiveSource {

    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

    final Deque<Supplier<LiveTicks.Next>> script = new ArrayDeque<>();
    final Set<InstrumentId> instruments = new HashSet<>();
    int opened;
    int closed;
    private final Function<LocalDate, StreamId> streams;

    FakeLive(Function<LocalDate, StreamId> streams) {
        this.streams = streams;
    }

    @Override
    public LiveDay day(Instant now) {
        var date = now.atZone(INDIA).toLocalDate();
        return new LiveDay() {
            @Override
            public StreamId stream() {
                return streams.apply(date);
            }

            @Override
            public Set<InstrumentId> instruments() {
                return Set.copyOf(instruments);
            }

            @Override
            public LiveTicks open() {
                opened++;
                return new Scripted();
            }
        };
    }

    @Override
    public void close() {
        // holds nothing
    }

    private final class Scripted implements LiveTicks {
        @Override
        public Next next(Duration patience) {
            return script.isEmpty() ? new DayOver() : script.removeFirst().get();
        }

        @Override
        public void close() {
            closed++;
        }
    }
}
