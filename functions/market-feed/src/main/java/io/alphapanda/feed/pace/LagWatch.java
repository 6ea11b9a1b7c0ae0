package io.alphapanda.feed.pace;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/// Looks at the followers' lag in the background, at most five times a second, and remembers what it saw.
public final class LagWatch implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(LagWatch.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);

    private final KafkaLags kafka;
    private final LongSupplier batchesSent;
    private final Thread thread;
    private volatile Optional<Lags> latest = Optional.empty();
    private volatile boolean closed;

    private LagWatch(String bootstrapServers, List<Follower> followers, LongSupplier batchesSent) {
        this.kafka = new KafkaLags(bootstrapServers, followers);
        this.batchesSent = batchesSent;
        this.thread = Thread.ofPlatform().daemon().name("feed-lag").unstarted(this::watch);
    }

    /// @param batchesSent how many batches the feed has sent by now
    public static LagWatch start(String bootstrapServers, List<Follower> followers, LongSupplier batchesSent) {
        var watch = new LagWatch(bootstrapServers, followers, batchesSent);
        watch.thread.start();
        return watch;
    }

    /// Empty until Kafka has answered once.
    public Optional<Lags> latest() {
        return latest;
    }

    private void watch() {
        boolean well = true;
        while (!closed) {
            try {
                long sent = batchesSent.getAsLong();
                latest = Optional.of(new Lags(kafka.read(), sent));
                well = true;
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException _) {
                return;
            } catch (ExecutionException | TimeoutException | RuntimeException e) { // the door of this thread
                if (well && !closed) {
                    LOG.warnf("the followers' lag can't be read, it will be tried again: reason=%s", e.getMessage());
                }
                well = false;
                if (!rest()) {
                    return;
                }
            }
        }
    }

    private static boolean rest() {
        try {
            Thread.sleep(AFTER_TROUBLE);
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
