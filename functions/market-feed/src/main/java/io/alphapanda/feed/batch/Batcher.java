package io.alphapanda.feed.batch;

import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.market.BatchSequence;
import io.alphapanda.domain.market.StreamId;
import io.alphapanda.domain.market.Tick;
import io.alphapanda.domain.market.TickBatch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gathers ticks by shard and cuts them into numbered batches.
///
/// ```
/// add ──▶ span over?  ──yes──▶ cut, then take the tick
///         now full?   ──yes──▶ cut
/// overdue(now) ──▶ cut what has waited long enough (wall clock only), and what the clock was set back behind
/// close ──▶ one last batch for every open shard, even an empty one
/// ```
public final class Batcher {

    /// A clock that is set back by more would leave an open batch lying until it has caught up.
    private static final Duration SET_BACK = Duration.ofSeconds(1);

    private final StreamId stream;
    private final AssetClass assetClass;
    private final long epoch;
    private final BatchLimits limits;
    private final List<Shard> shards = new ArrayList<>();

    private static final class Shard {
        final boolean closed;
        long nextN;
        List<Tick> ticks = new ArrayList<>();
        Instant dueAt = Instant.MAX;

        Shard(ShardTail tail) {
            closed = tail instanceof ShardTail.Closed;
            nextN = closed ? 0 : tail.nextN();
        }
    }

    /// @param tails how far each shard has come, in the shards' order
    public Batcher(StreamId stream, AssetClass assetClass, long epoch, BatchLimits limits, List<ShardTail> tails) {
        this.stream = stream;
        this.assetClass = assetClass;
        this.epoch = epoch;
        this.limits = limits;
        tails.forEach(tail -> shards.add(new Shard(tail)));
    }

    /// @param dueAt wall-clock time at which it was due
    /// @return what it made ready: nothing, mostly
    public List<TickBatch> add(int shard, Tick tick, Instant dueAt) {
        var open = shards.get(shard);
        if (open.closed) {
            throw new IllegalStateException("shard " + shard + " of " + stream + " is closed and takes no tick");
        }
        var ready = new ArrayList<TickBatch>(1);
        if (!open.ticks.isEmpty() && spanOver(open, tick, dueAt)) {
            ready.add(cut(shard, false));
        }
        if (open.ticks.isEmpty()) {
            open.dueAt = dueAt;
        }
        open.ticks.add(tick);
        if (open.ticks.size() >= limits.ticks()) {
            ready.add(cut(shard, false));
        }
        return ready;
    }

    private boolean spanOver(Shard open, Tick tick, Instant dueAt) {
        var passed =
                switch (limits.measure()) {
                    case DUE_TIME -> Duration.between(open.dueAt, dueAt);
                    case EVENT_TIME -> Duration.between(open.ticks.getFirst().time(), tick.time());
                };
        return passed.compareTo(limits.span()) >= 0;
    }

    /// What has waited long enough at `now`.
    public List<TickBatch> overdue(Instant now) {
        var ready = new ArrayList<TickBatch>();
        if (limits.measure() == BatchLimits.Measure.DUE_TIME) {
            for (int shard = 0; shard < shards.size(); shard++) {
                var open = shards.get(shard);
                if (!open.ticks.isEmpty() && isOverdue(open, now)) {
                    ready.add(cut(shard, false));
                }
            }
        }
        return ready;
    }

    private boolean isOverdue(Shard open, Instant now) {
        return !open.dueAt.plus(limits.span()).isAfter(now) || open.dueAt.isAfter(now.plus(SET_BACK));
    }

    /// When the next batch will be overdue; empty if none waits on the wall clock.
    public Optional<Instant> nextCut() {
        if (limits.measure() == BatchLimits.Measure.EVENT_TIME) {
            return Optional.empty();
        }
        return shards.stream()
                .filter(each -> !each.ticks.isEmpty())
                .map(each -> each.dueAt.plus(limits.span()))
                .min(Instant::compareTo);
    }

    /// The closing batches, with whatever was left.
    public List<TickBatch> close(Instant now) {
        var ready = new ArrayList<TickBatch>();
        for (int shard = 0; shard < shards.size(); shard++) {
            var open = shards.get(shard);
            if (!open.closed) {
                if (open.ticks.isEmpty()) {
                    open.dueAt = now;
                }
                ready.add(cut(shard, true));
            }
        }
        return ready;
    }

    private TickBatch cut(int shard, boolean last) {
        var open = shards.get(shard);
        var batch = new TickBatch(
                stream, assetClass, shard, new BatchSequence(epoch, open.nextN), open.dueAt, last, open.ticks);
        open.nextN++;
        open.ticks = new ArrayList<>();
        open.dueAt = Instant.MAX;
        return batch;
    }
}
