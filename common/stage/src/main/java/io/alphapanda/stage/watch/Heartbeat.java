package io.alphapanda.stage.watch;

import io.alphapanda.stage.broker.Brokers;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.hash.ReactiveHashCommands;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Says every ten seconds that this process is there. Nobody decides anything by it: a process that scales to zero says
/// good-bye, one that dies is missed.
@ApplicationScoped
public class Heartbeat {

    private static final Logger LOG = Logger.getLogger(Heartbeat.class);
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration GOODBYE_WITHIN = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final ReactiveHashCommands<String, String, String> services;
    private final String stage;
    private final String version;
    private final List<String> brokers;
    private final String instance = UUID.randomUUID().toString().substring(0, 8);
    private final Instant startedAt = Instant.now();
    private long timer;

    Heartbeat(
            Vertx vertx,
            ReactiveRedisDataSource redis,
            Brokers brokers,
            @ConfigProperty(name = "quarkus.application.name") String stage,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.vertx = vertx;
        this.services = redis.hash(String.class);
        this.stage = stage;
        this.version = version;
        this.brokers = brokers.all().stream().map(each -> each.broker().name()).toList();
    }

    void start(@Observes StartupEvent event) {
        beat();
        timer = vertx.setPeriodic(EVERY.toMillis(), _ -> beat());
    }

    private void beat() {
        var view = new ServiceView(
                stage,
                instance,
                Instant.now(),
                startedAt,
                version,
                Runtime.version().toString(),
                brokers,
                Vitals.memory(),
                Vitals.disk());
        services.hset(Views.SERVICES, field(), Views.write(view))
                .subscribe()
                .with(_ -> {}, failure -> LOG.debugf("nobody hears that this process is there: reason=%s", failure));
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
        services.hdel(Views.SERVICES, field())
                .ifNoItem()
                .after(GOODBYE_WITHIN)
                .recoverWithItem(0)
                .onFailure()
                .recoverWithItem(0)
                .await()
                .atMost(GOODBYE_WITHIN.multipliedBy(2));
    }

    private String field() {
        return stage + "/" + instance;
    }
}
