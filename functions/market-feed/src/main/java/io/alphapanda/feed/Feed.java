package io.alphapanda.feed;

import io.alphapanda.domain.market.StreamId;
import io.alphapanda.feed.clock.FeedStoppedException;
import io.alphapanda.feed.clock.SystemClock;
import io.alphapanda.feed.kite.KiteSources;
import io.alphapanda.feed.pace.Follower;
import io.alphapanda.feed.pace.LagWatch;
import io.alphapanda.feed.pace.Lags;
import io.alphapanda.feed.pace.Pace;
import io.alphapanda.feed.publish.BatchEvents;
import io.alphapanda.feed.publish.LastPrices;
import io.alphapanda.feed.publish.PublisherRegister;
import io.alphapanda.feed.publish.TopicTails;
import io.alphapanda.feed.source.FeedSource;
import io.alphapanda.feed.source.UnreadableSourceException;
import io.alphapanda.feed.status.FeedProgress;
import io.alphapanda.feed.status.FeedState;
import io.alphapanda.feed.watch.HouseWatch;
import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.broker.Brokers;
import io.alphapanda.stage.broker.ConfigurationException;
import io.alphapanda.stage.event.EventCodec;
import io.alphapanda.stage.meter.Meters;
import io.alphapanda.stage.publish.EventPublisher;
import io.alphapanda.stage.trace.Traces;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// The application: puts the parts together, gives them their one thread, and ends it.
@ApplicationScoped
public class Feed {

    private static final Logger LOG = Logger.getLogger(Feed.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(2);

    private final FeedSettings settings;
    private final FeedProgress progress = new FeedProgress();
    private final SystemClock clock = new SystemClock();
    private final FeedRunner runner;
    private final LagWatch lagWatch;
    private final Supplier<HouseWatch> houseWatch;
    private final Thread thread;
    private HouseWatch watching;

    Feed(
            FeedConfiguration configuration,
            Brokers brokers,
            EventCodec codec,
            EventPublisher events,
            Pool database,
            ReactiveRedisDataSource redis,
            Meters meters,
            Traces traces,
            KiteSources kite,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        settings = FeedSettings.of(configuration, each -> kite.source(each, clock::now, progress.live()));
        var lanes = brokers.all().stream().map(BrokerAccount::broker).toList();
        var followers = Follower.of(settings.assetClass(), lanes);
        var self = "feed-" + UUID.randomUUID();
        lagWatch = LagWatch.start(bootstrapServers, followers, progress::batchesSent);
        FeedMeters.show(
                meters,
                progress,
                lagWatch,
                followers.stream().map(Follower::group).toList());
        runner = new FeedRunner(
                settings,
                new PublisherRegister(database, settings.assetClass(), self, settings.lease()),
                new TopicTails(bootstrapServers, codec),
                new LastPrices(redis, codec, settings.bars()),
                events,
                codec,
                new BatchEvents(codec, traces),
                new Pace(settings.pace(), lagWatch::latest, progress, clock),
                progress,
                clock);
        thread = Thread.ofPlatform().daemon().name("feed").unstarted(this::run);
        houseWatch = () -> HouseWatch.start(redis, bootstrapServers, lanes, self, () -> FeedViews.of(this));
    }

    void start(@Observes StartupEvent event) {
        thread.start();
        watching = houseWatch.get();
    }

    private void run() {
        try {
            runner.run();
            LOG.infof(
                    "the source has ended: stream=%s ticks=%d batches=%d ticksPerSecond=%.0f",
                    stream(), progress.ticksPublished(), progress.batches(), progress.ticksPerSecond());
        } catch (FeedStoppedException _) {
            LOG.infof("stopped: stream=%s ticks=%d", stream(), progress.ticksPublished());
        } catch (UnreadableSourceException e) {
            failed(e.getMessage());
        } catch (ConfigurationException e) {
            failed(e.getMessage());
            Quarkus.asyncExit(1);
        } catch (RuntimeException e) { // the door of this thread: a defect of ours
            LOG.error("the feed has failed", e);
            failed(String.valueOf(e));
        }
    }

    private void failed(String reason) {
        progress.troubled(reason);
        progress.is(FeedState.FAILED);
        LOG.errorf("the feed can't go on: stream=%s reason=%s", stream(), reason);
    }

    void stop(@Observes ShutdownEvent event) {
        clock.stop();
        watching.close();
        try {
            if (!thread.join(STOP_WITHIN)) {
                thread.interrupt();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        lagWatch.close();
        switch (settings.source()) {
            case FeedSource.Replay _ -> {
                // holds nothing between its readings
            }
            case FeedSource.Live(var source) -> source.close();
        }
    }

    /// What is published now.
    StreamId stream() {
        return settings.stream(clock.now());
    }

    FeedSettings settings() {
        return settings;
    }

    FeedProgress progress() {
        return progress;
    }

    Optional<Lags> lags() {
        return lagWatch.latest();
    }
}
