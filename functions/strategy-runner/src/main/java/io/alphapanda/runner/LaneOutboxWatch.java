package io.alphapanda.runner;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.stage.broker.Brokers;
import io.alphapanda.stage.meter.Meters;
import io.alphapanda.stage.meter.StageMeters;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/// Looks every few seconds how many signals wait in each lane's outbox, and since when, for the meters.
@Startup
@ApplicationScoped
public class LaneOutboxWatch {

    private static final Logger LOG = Logger.getLogger(LaneOutboxWatch.class);
    private static final Waiting NOTHING = new Waiting(0, 0);
    private static final double MILLIS = 1_000.0;

    private record Waiting(long signals, double oldestSeconds) {}

    private final ReactiveRedisDataSource redis;
    private final Brokers brokers;
    private final Map<Broker, Waiting> lanes = new ConcurrentHashMap<>();

    @Inject
    LaneOutboxWatch(ReactiveRedisDataSource redis, Brokers brokers, Meters meters) {
        this.redis = redis;
        this.brokers = brokers;
        for (var account : brokers.all()) {
            var lane = account.broker();
            meters.show(StageMeters.OUTBOX_UNSENT, () -> of(lane).signals(), lane.name());
            meters.show(StageMeters.OUTBOX_OLDEST, () -> of(lane).oldestSeconds(), lane.name());
        }
    }

    private Waiting of(Broker lane) {
        return lanes.getOrDefault(lane, NOTHING);
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        var all = brokers.all().stream().map(each -> look(each.broker())).toList();
        return Uni.join().all(all).andCollectFailures().replaceWithVoid();
    }

    private Uni<Void> look(Broker lane) {
        var key = LaneOutbox.key(lane);
        return Uni.combine()
                .all()
                .unis(
                        redis.execute("XLEN", key),
                        redis.execute("XRANGE", key, "-", "+", "COUNT", "1"),
                        redis.execute("TIME"))
                .asTuple()
                .invoke(seen -> lanes.put(
                        lane,
                        new Waiting(
                                seen.getItem1().toLong(),
                                age(seen.getItem2(), seen.getItem3().get(0).toLong()))))
                .replaceWithVoid()
                .onFailure()
                .invoke(failure ->
                        LOG.debugf("the outbox can't be looked at: broker=%s reason=%s", lane, failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    /// An entry's id begins with the time it was put there, in milliseconds of Redis's own clock.
    private static double age(Response first, long nowSeconds) {
        if (first == null || first.size() == 0) {
            return 0;
        }
        var id = first.get(0).get(0).toString();
        long since = Long.parseLong(id.substring(0, id.indexOf('-')));
        return Math.max(0, nowSeconds - since / MILLIS);
    }
}
