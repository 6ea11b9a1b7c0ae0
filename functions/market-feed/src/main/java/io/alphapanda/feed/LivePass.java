package io.alphapanda.feed;

import io.alphapanda.feed.batch.Batcher;
import io.alphapanda.feed.batch.Numbering;
import io.alphapanda.feed.batch.ShardTail;
import io.alphapanda.feed.batch.Sharding;
import io.alphapanda.feed.batch.StreamEnd;
import io.alphapanda.feed.clock.FeedClock;
import io.alphapanda.feed.live.LiveDay;
import io.alphapanda.feed.live.LiveTick;
import io.alphapanda.feed.live.LiveTicks;
import io.alphapanda.feed.publish.Outlet;
import io.alphapanda.feed.source.BrokenLines;
import io.alphapanda.feed.source.SourceTick;
import io.alphapanda.feed.status.FeedProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// One pass over a live day under one lease: it listens from now to the day's end and then closes the stream. What was
/// published before is not read again, it only says how to go on; what happened while nobody listened is missed.
final class LivePass {

    /// Between two looks whether to stop.
    private static final Duration LONGEST_WAIT = Duration.ofMillis(100);

    private final LiveDay day;
    private final List<ShardTail> tails;
    private final Outlet outlet;
    private final FeedProgress progress;
    private final FeedClock clock;
    private final Numbering numbering;
    private final Batcher batcher;
    private long position;
    private long taken;

    /// @param tails how far each shard has come, in the shards' order
    /// @param end   the same, tick by tick
    LivePass(
            FeedSettings settings,
            LiveDay day,
            long epoch,
            List<ShardTail> tails,
            StreamEnd end,
            Outlet outlet,
            FeedProgress progress,
            FeedClock clock) {
        this.day = day;
        this.tails = tails;
        this.outlet = outlet;
        this.progress = progress;
        this.clock = clock;
        this.numbering = new Numbering(new Sharding(settings.shards()), end);
        this.batcher = new Batcher(day.stream(), settings.assetClass(), epoch, settings.limits(), tails);
        this.position = end.position();
    }

    /// Returns when the day is over and published.
    void run() {
        try (var ticks = day.open()) {
            long batches = tails.stream().mapToLong(ShardTail::batches).sum();
            progress.passBegins(new BrokenLines(), batches);
            publishAll(ticks);
        }
        batcher.close(clock.now()).forEach(outlet::publish);
        outlet.settle();
    }

    /// How many ticks it has taken to publish; whoever knows how many were acknowledged knows how many were lost.
    long taken() {
        return taken;
    }

    private void publishAll(LiveTicks ticks) {
        while (true) {
            clock.stopIfAsked();
            switch (ticks.next(untilNextLook(clock.now()))) {
                case LiveTicks.Arrived(var tick) -> take(tick);
                case LiveTicks.Silence _ -> batcher.overdue(clock.now()).forEach(outlet::publish);
                case LiveTicks.DayOver _ -> {
                    return;
                }
            }
        }
    }

    private Duration untilNextLook(Instant now) {
        return batcher.nextCut()
                .map(each -> Duration.between(now, each))
                .filter(each -> each.compareTo(LONGEST_WAIT) < 0)
                .orElse(LONGEST_WAIT);
    }

    /// A feed that was held up goes by the time its ticks came in, not by the clock: else it would send every one of
    /// them by itself and so stay late.
    private void take(LiveTick tick) {
        progress.tickRead();
        position++;
        taken++;
        var numbered =
                numbering.number(new SourceTick(position, tick.instrument(), tick.time(), tick.price(), tick.volume()));
        if (tails.get(numbered.shard()) instanceof ShardTail.Closed) {
            progress.tickSkipped();
            return;
        }
        batcher.overdue(tick.receivedAt()).forEach(outlet::publish);
        batcher.add(numbered.shard(), numbered.tick(), tick.receivedAt()).forEach(outlet::publish);
    }
}
