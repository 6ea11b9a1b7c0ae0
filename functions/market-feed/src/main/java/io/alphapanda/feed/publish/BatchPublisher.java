package io.alphapanda.feed.publish;

import io.alphapanda.domain.market.TickBatch;
import io.alphapanda.feed.clock.FeedClock;
import io.alphapanda.feed.clock.FeedStoppedException;
import io.alphapanda.feed.pace.Pace;
import io.alphapanda.feed.status.FeedProgress;
import io.alphapanda.feed.status.FeedState;
import io.alphapanda.stage.event.EncodedEvent;
import io.alphapanda.stage.publish.EventPublisher;
import io.alphapanda.stage.trouble.TransientException;
import io.alphapanda.stage.trouble.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/// Publishes batches: room downstream, last prices, then the topic, under a lease that still holds.
///
/// A shard has one batch on its way at a time. An idempotent producer keeps the order of several, but when it gives up
/// on one of them the next may still arrive, and the gap would never be seen again: a restarted feed goes on behind
/// the *last* batch. Different shards' batches travel side by side.
public final class BatchPublisher implements Outlet {

    private static final Logger LOG = Logger.getLogger(BatchPublisher.class);

    /// Beyond the producer's own delivery time-out of ten seconds.
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(15);

    private static final Duration FIRST_BACKOFF = Duration.ofMillis(100);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(5);

    private final PublisherLease lease;
    private final Pace pace;
    private final LastPrices lastPrices;
    private final EventPublisher events;
    private final BatchEvents encoding;
    private final FeedProgress progress;
    private final FeedClock clock;
    private final CompletableFuture<?>[] onTheirWay;
    private Instant eventTime = Instant.EPOCH;

    public BatchPublisher(
            int shards,
            PublisherLease lease,
            Pace pace,
            LastPrices lastPrices,
            EventPublisher events,
            BatchEvents encoding,
            FeedProgress progress,
            FeedClock clock) {
        this.lease = lease;
        this.pace = pace;
        this.lastPrices = lastPrices;
        this.events = events;
        this.encoding = encoding;
        this.progress = progress;
        this.clock = clock;
        this.onTheirWay = new CompletableFuture<?>[shards];
        Arrays.fill(onTheirWay, CompletableFuture.completedFuture(null));
    }

    @Override
    public void publish(TickBatch batch) {
        clock.stopIfAsked();
        pace.awaitRoom();
        lease.require();
        writeLastPrices(batch);
        var event = encoding.event(batch, time(batch));
        acknowledged(onTheirWay[batch.shard()]);
        lease.require();
        onTheirWay[batch.shard()] = send(batch, event);
    }

    private CompletableFuture<?> send(TickBatch batch, EncodedEvent event) {
        progress.batchSent();
        return events.publish("feed-" + batch.assetClass().label(), List.of(event))
                .subscribeAsCompletionStage()
                .whenComplete((_, failure) -> {
                    if (failure == null) {
                        progress.batchPublished(batch);
                    } else {
                        progress.batchGivenUp();
                    }
                });
    }

    /// Its last tick's; an empty closing batch carries the time of the last tick before it.
    private Instant time(TickBatch batch) {
        if (!batch.ticks().isEmpty()) {
            eventTime = batch.ticks().getLast().time();
        }
        return eventTime;
    }

    /// Until Redis takes them: a recorded source can wait, and a live one has a bounded queue in front of this.
    private void writeLastPrices(TickBatch batch) {
        var backoff = FIRST_BACKOFF;
        boolean troubled = false;
        while (true) {
            try {
                lastPrices.put(batch);
                if (troubled) {
                    progress.untroubled();
                    progress.is(FeedState.RUNNING);
                }
                return;
            } catch (RuntimeException e) {
                if (Trouble.of(e) == Trouble.DEFECT) {
                    throw e;
                }
                if (!troubled) {
                    LOG.warnf("publishing waits for Redis: reason=%s", e.getMessage());
                }
                troubled = true;
                progress.troubled("Redis takes no prices: " + e.getMessage());
                progress.is(FeedState.PAUSED);
            }
            lease.require();
            clock.sleep(backoff);
            progress.paused(backoff);
            backoff =
                    backoff.multipliedBy(2).compareTo(LONGEST_BACKOFF) < 0 ? backoff.multipliedBy(2) : LONGEST_BACKOFF;
        }
    }

    private static void acknowledged(CompletableFuture<?> batch) {
        try {
            batch.get(ACKNOWLEDGED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (TimeoutException _) {
            throw new TransientException("Kafka did not acknowledge a batch within " + ACKNOWLEDGED_WITHIN);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new FeedStoppedException();
        }
    }

    @Override
    public void settle() {
        for (var each : onTheirWay) {
            acknowledged(each);
        }
    }

    /// Returns when no batch is on its way any more, whatever became of it; the topic then tells.
    public void quiesce() {
        try {
            CompletableFuture.allOf(onTheirWay)
                    .handle((_, _) -> true)
                    .get(ACKNOWLEDGED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf("batches on their way were given up: reason=%s", e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
