package io.alphapanda.feed.batch;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.market.Tick;
import io.alphapanda.feed.source.SourceTick;
import java.util.HashMap;
import java.util.Map;

/// Gives every tick its shard and its ordinal in its instrument's stream, from 1 without gaps. It sees all ticks of a
/// source from the first, those published earlier included, so a restarted feed goes on with the same ordinals.
public final class Numbering {

    /// @param shard where it belongs
    /// @param tick  numbered
    public record Numbered(int shard, Tick tick) {}

    private static final class Line {
        final int shard;
        long ordinal;

        Line(int shard) {
            this.shard = shard;
        }
    }

    private final Sharding sharding;
    private final Map<InstrumentId, Line> lines = new HashMap<>();

    public Numbering(Sharding sharding) {
        this.sharding = sharding;
    }

    public Numbered number(SourceTick tick) {
        var line = lines.computeIfAbsent(tick.instrument(), each -> new Line(sharding.of(each)));
        line.ordinal++;
        return new Numbered(
                line.shard,
                new Tick(tick.instrument(), line.ordinal, tick.time(), tick.price(), tick.volume(), tick.position()));
    }
}
