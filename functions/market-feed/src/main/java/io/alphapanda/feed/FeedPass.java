package io.alphapanda.feed;

import io.alphapanda.domain.market.StreamId;
import io.alphapanda.feed.batch.Batcher;
import io.alphapanda.feed.batch.Numbering;
import io.alphapanda.feed.batch.Schedule;
import io.alphapanda.feed.batch.ShardTail;
import io.alphapanda.feed.batch.Sharding;
import io.alphapanda.feed.clock.FeedClock;
import io.alphapanda.feed.publish.Outlet;
import io.alphapanda.feed.source.TickSource;
import io.alphapanda.feed.source.Ticks;
import io.alphapanda.feed.status.FeedProgress;
import java.time.Instant;
import java.util.List;

/// One pass over the source under one lease, from where the topic stands to the closing batches. Start and recovery
/// are this same path: whatever goes wrong, the next pass reads the topic again and goes on right behind it.
final class FeedPass {

    /// Between two looks whether to stop, at full speed.
    private static final int TICKS_BETWEEN_LOOKS = 1_024;

    private final TickSource source;
    private final List<ShardTail> tails;
    private final Outlet outlet;
    private final FeedProgress progress;
    private final FeedClock clock;
    private final Numbering numbering;
    private final Schedule schedule;
    private final Batcher batcher;

    /// @param tails how far each shard has come, in the shards' order
    FeedPass(
            FeedSettings settings,
            StreamId stream,
            TickSource source,
            long epoch,
            List<ShardTail> tails,
            Outlet outlet,
            FeedProgress progress,
            FeedClock clock) {
        this.source = source;
        this.tails = tails;
        this.outlet = outlet;
        this.progress = progress;
        this.clock = clock;
        this.numbering = new Numbering(new Sharding(settings.shards()));
        this.schedule = new Schedule(settings.speed());
        this.batcher = new Batcher(stream, settings.assetClass(), epoch, settings.limits(), tails);
    }

    /// Returns when the source is published to its end.
    void run() {
        try (var ticks = source.open()) {
            long batches = tails.stream().mapToLong(ShardTail::batches).sum();
            progress.passBegins(ticks.brokenLines(), batches);
            publishAll(ticks);
        }
        batcher.close(clock.now()).forEach(outlet::publish);
        outlet.settle();
    }

    private void publishAll(Ticks ticks) {
        for (var next = ticks.next(); next.isPresent(); next = ticks.next()) {
            progress.tickRead();
            if (progress.ticksRead() % TICKS_BETWEEN_LOOKS == 0) {
                clock.stopIfAsked();
            }
            var numbered = numbering.number(next.get());
            if (tails.get(numbered.shard()).holds(numbered.tick().position())) {
                progress.tickSkipped();
            } else {
                take(numbered);
            }
        }
    }

    private void take(Numbering.Numbered numbered) {
        var dueAt = schedule.due(numbered.tick().time(), clock.now());
        waitUntil(dueAt);
        batcher.add(numbered.shard(), numbered.tick(), dueAt).forEach(outlet::publish);
    }

    /// Until a tick is due, batches that have waited long enough leave. A feed that is late goes by the time the tick
    /// was due, not by the clock: else it would send every tick by itself and so stay late.
    private void waitUntil(Instant dueAt) {
        while (true) {
            batcher.overdue(earlier(clock.now(), dueAt)).forEach(outlet::publish);
            if (!dueAt.isAfter(clock.now())) {
                return;
            }
            clock.sleepUntil(
                    batcher.nextCut().filter(each -> each.isBefore(dueAt)).orElse(dueAt));
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
