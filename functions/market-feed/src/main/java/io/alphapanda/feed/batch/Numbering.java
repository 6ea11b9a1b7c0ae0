package io.alphapanda.feed.batch;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.market.Tick;
import io.alphapanda.feed.source.SourceTick;
import java.util.HashMap;
import java.util.Map;

/// Gives every tick its shard and its ordinal in its instrument's stream, from 1 without gaps. Of a source that can be
/// read again it sees all ticks from the first, those published earlier included, so a restarted feed goes on with the
/// same ordinals; of a live one it goes on where the topic ends.
public final class Numbering {

    /// @param shard where it belongs
    /// @param tick  numbered
    public record Numbered(int shard, Tick tick) {}

    private static final class Line {
        final int shard;
        long ordinal;

        Line(int shard, long ordinal) {
            this.shard = shard;
            this.ordinal = ordinal;
        }
    }

    private final Sharding sharding;
    private final StreamEnd end;
    private final Map<InstrumentId, Line> lines = new HashMap<>();

    public Numbering(Sharding sharding) {
        this(sharding, StreamEnd.FRESH);
    }

    /// @param end where the stream goes on
    public Numbering(Sharding sharding, StreamEnd end) {
        this.sharding = sharding;
        this.end = end;
    }

    public Numbered number(SourceTick tick) {
        var line = lines.computeIfAbsent(tick.instrument(), this::line);
        line.ordinal++;
        return new Numbered(
                line.shard,
                new Tick(tick.instrument(), line.ordinal, tick.time(), tick.price(), tick.volume(), tick.position()));
    }

    private Line line(InstrumentId instrument) {
        int shard = sharding.of(instrument);
        return new Line(shard, end.lastOrdinal(instrument, shard));
    }
}
