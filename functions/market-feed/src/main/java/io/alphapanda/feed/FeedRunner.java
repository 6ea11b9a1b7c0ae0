package io.alphapanda.feed;

import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.market.StreamId;
import io.alphapanda.feed.batch.ShardTail;
import io.alphapanda.feed.clock.FeedClock;
import io.alphapanda.feed.clock.FeedStoppedException;
import io.alphapanda.feed.live.LiveDay;
import io.alphapanda.feed.pace.Pace;
import io.alphapanda.feed.publish.BatchEvents;
import io.alphapanda.feed.publish.BatchPublisher;
import io.alphapanda.feed.publish.LastPrices;
import io.alphapanda.feed.publish.LeaseLostException;
import io.alphapanda.feed.publish.PublisherLease;
import io.alphapanda.feed.publish.PublisherRegister;
import io.alphapanda.feed.publish.StreamEnds;
import io.alphapanda.feed.publish.TopicTails;
import io.alphapanda.feed.source.FeedSource;
import io.alphapanda.feed.source.TickSource;
import io.alphapanda.feed.status.FeedProgress;
import io.alphapanda.feed.status.FeedState;
import io.alphapanda.stage.event.EventCodec;
import io.alphapanda.stage.publish.EventPublisher;
import io.alphapanda.stage.trouble.Trouble;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/// Runs passes until one comes to the source's end; a live source has none, so the next day follows.
///
/// ```
/// wait for the lease ──▶ read the topic's tails ──▶ FeedPass ──▶ ended
///         ▲                                    └──▶ LivePass ──▶ the next day
///         │                                            │ lease lost, Kafka or database away
///         └──────────────── back off ◀─────────────────┘
/// ```
final class FeedRunner {

    private static final Logger LOG = Logger.getLogger(FeedRunner.class);
    private static final Duration BETWEEN_BIDS = Duration.ofMillis(250);
    private static final Duration FIRST_BACKOFF = Duration.ofSeconds(1);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(10);

    private final FeedSettings settings;
    private final PublisherRegister register;
    private final TopicTails tails;
    private final LastPrices lastPrices;
    private final EventPublisher events;
    private final EventCodec codec;
    private final BatchEvents batches;
    private final Pace pace;
    private final FeedProgress progress;
    private final FeedClock clock;

    FeedRunner(
            FeedSettings settings,
            PublisherRegister register,
            TopicTails tails,
            LastPrices lastPrices,
            EventPublisher events,
            EventCodec codec,
            BatchEvents batches,
            Pace pace,
            FeedProgress progress,
            FeedClock clock) {
        this.settings = settings;
        this.register = register;
        this.tails = tails;
        this.lastPrices = lastPrices;
        this.events = events;
        this.codec = codec;
        this.batches = batches;
        this.pace = pace;
        this.progress = progress;
        this.clock = clock;
    }

    /// Returns when the source is published to its end and closed, over as many passes as it takes; never, if it is
    /// live.
    ///
    /// @throws FeedStoppedException when asked to stop before
    void run() {
        var backoff = FIRST_BACKOFF;
        while (true) {
            long before = progress.batches();
            try {
                pass();
                progress.untroubled();
                if (settings.source() instanceof FeedSource.Replay) {
                    progress.is(FeedState.ENDED);
                    return;
                }
                continue; // the next day
            } catch (RuntimeException e) {
                if (!isInfrastructure(e)) {
                    throw e;
                }
                if (e instanceof LeaseLostException) {
                    progress.leaseLost();
                }
                progress.is(FeedState.PAUSED);
                progress.troubled(String.valueOf(e.getMessage()));
                LOG.warnf("publishing goes on from the topic's end: in=%s reason=%s", backoff, e.getMessage());
            }
            backoff = progress.batches() > before ? FIRST_BACKOFF : backoff;
            clock.sleep(backoff);
            progress.paused(backoff);
            backoff =
                    backoff.multipliedBy(2).compareTo(LONGEST_BACKOFF) < 0 ? backoff.multipliedBy(2) : LONGEST_BACKOFF;
        }
    }

    /// Kafka's own exceptions are all of the infrastructure here: the feed's requests are always the same.
    private static boolean isInfrastructure(RuntimeException thrown) {
        return thrown instanceof KafkaException || Trouble.of(thrown) == Trouble.TRANSIENT;
    }

    private void pass() {
        try (var lease = lease()) {
            switch (settings.source()) {
                case FeedSource.Replay(var stream, var ticks) -> replay(lease, stream, ticks);
                case FeedSource.Live(var live) -> listen(lease, live.day(clock.now()));
            }
        }
    }

    private void replay(PublisherLease lease, StreamId stream, TickSource ticks) {
        var there = begin(lease, stream);
        var outlet = outlet(lease);
        try {
            new FeedPass(settings, stream, ticks, lease.epoch(), there, outlet, progress, clock).run();
        } finally {
            outlet.quiesce();
        }
    }

    private void listen(PublisherLease lease, LiveDay day) {
        var there = begin(lease, day.stream());
        var end = new StreamEnds(tails, codec, clock)
                .read(Topics.ticks(settings.assetClass()), day.stream(), there, day.instruments());
        var outlet = outlet(lease);
        long before = progress.ticksPublished();
        var pass = new LivePass(settings, day, lease.epoch(), there, end, outlet, progress, clock);
        try {
            pass.run();
        } finally {
            outlet.quiesce();
            progress.live().lostWithThePass(pass.taken() - (progress.ticksPublished() - before));
        }
    }

    private List<ShardTail> begin(PublisherLease lease, StreamId stream) {
        var topic = Topics.ticks(settings.assetClass());
        var there = tails.read(topic, stream, settings.shards());
        lease.raiseAbove(there.epoch());
        progress.leased(lease.epoch());
        progress.untroubled();
        progress.is(FeedState.RUNNING);
        LOG.infof("publishing: stream=%s topic=%s epoch=%d tails=%s", stream, topic, lease.epoch(), there.shards());
        return there.shards();
    }

    private BatchPublisher outlet(PublisherLease lease) {
        return new BatchPublisher(settings.shards(), lease, pace, lastPrices, events, batches, progress, clock);
    }

    /// Waits for it: another publisher may be at work, or the last one have died a moment ago.
    private PublisherLease lease() {
        progress.is(FeedState.WAITING_FOR_LEASE);
        boolean said = false;
        while (true) {
            long askedAt = System.nanoTime();
            var epoch = register.acquire();
            if (epoch.isPresent()) {
                return PublisherLease.of(register, epoch.getAsLong(), askedAt);
            }
            if (!said) {
                LOG.infof(
                        "waiting for the lease: assetClass=%s",
                        settings.assetClass().label());
                said = true;
            }
            clock.sleep(BETWEEN_BIDS);
        }
    }
}
