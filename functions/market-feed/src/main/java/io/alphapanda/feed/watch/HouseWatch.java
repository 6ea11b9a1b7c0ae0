package io.alphapanda.feed.watch;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.stage.watch.FeedView;
import io.alphapanda.stage.watch.Views;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.value.SetArgs;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/// Every second: tells how this feed is getting on; every fifth, if no other feed does, what Kafka holds. A
/// lease in Redis says who looks; two that look at once write the same, so nothing depends on it.
public final class HouseWatch implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(HouseWatch.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int LOOKS_AT_KAFKA = 5;
    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final ReactiveRedisDataSource redis;
    private final KafkaLook kafka;
    private final Supplier<FeedView> feed;
    private final String self;
    private final Thread thread;
    private volatile boolean closed;

    private HouseWatch(
            ReactiveRedisDataSource redis,
            String bootstrapServers,
            List<Broker> brokers,
            String self,
            Supplier<FeedView> feed) {
        this.redis = redis;
        this.kafka = new KafkaLook(bootstrapServers, brokers);
        this.feed = feed;
        this.self = self;
        this.thread = Thread.ofPlatform().daemon().name("house-watch").unstarted(this::watch);
    }

    /// @param brokers the lanes whose topics and groups are looked at
    /// @param self    who looks, unique
    /// @param feed    how this feed is getting on
    public static HouseWatch start(
            ReactiveRedisDataSource redis,
            String bootstrapServers,
            List<Broker> brokers,
            String self,
            Supplier<FeedView> feed) {
        var watch = new HouseWatch(redis, bootstrapServers, brokers, self, feed);
        watch.thread.start();
        return watch;
    }

    private void watch() {
        boolean well = true;
        for (int looks = 0; !closed; looks++) {
            try {
                look(looks % LOOKS_AT_KAFKA == 0);
                well = true;
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException _) {
                return;
            } catch (ExecutionException | TimeoutException | RuntimeException e) { // the door of this thread
                if (well && !closed) {
                    LOG.warnf("the house can't be looked at, it will be tried again: reason=%s", e.getMessage());
                }
                well = false;
                if (!rest()) {
                    return;
                }
            }
        }
    }

    private void look(boolean atKafka) throws ExecutionException, TimeoutException, InterruptedException {
        var view = feed.get();
        await(redis.hash(String.class).hset(Views.FEEDS, view.assetClass(), Views.write(view)));
        if (atKafka && isMine()) {
            await(redis.value(String.class).set(Views.KAFKA, Views.write(kafka.read(Instant.now(), self))));
        }
    }

    private boolean isMine() {
        var values = redis.value(String.class);
        await(values.set(Views.KAFKA_LEASE, self, new SetArgs().nx().px(LEASE.toMillis())));
        boolean mine = self.equals(await(values.get(Views.KAFKA_LEASE)));
        if (mine) {
            await(redis.key().pexpire(Views.KAFKA_LEASE, LEASE));
        }
        return mine;
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(PATIENCE);
    }

    private static boolean rest() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
            return true;
        } catch (InterruptedException _) {
            return false;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        kafka.close();
    }
}
