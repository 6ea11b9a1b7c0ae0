package io.alphapanda.stage.meter;

import io.alphapanda.stage.log.LogChannel;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Says in the log, minute by minute, what was done and how long it took: each lane's decisions, and requests that were
/// answered. A minute in which nothing was done is passed over. For who has no Prometheus at hand.
@ApplicationScoped
public class PerformanceLog {

    private static final Logger LOG = Logger.getLogger(LogChannel.PERFORMANCE_CATEGORY);
    private static final String REQUESTS = "http.server.requests";

    private final MeterRegistry registry;
    private final Map<String, Done> before = new ConcurrentHashMap<>();

    /// What was done since the start.
    ///
    /// @param count  how often
    /// @param millis how long it took, together
    record Done(long count, double millis) {

        private static final Done NOTHING = new Done(0, 0);

        Done plus(Timer timer) {
            return new Done(count + timer.count(), millis + timer.totalTime(TimeUnit.MILLISECONDS));
        }

        Done since(Done earlier) {
            return new Done(count - earlier.count, millis - earlier.millis);
        }
    }

    PerformanceLog(MeterRegistry registry) {
        this.registry = registry;
    }

    @Scheduled(every = "60s", delayed = "60s")
    void say() {
        registry.find(StageMeters.DECISION.name())
                .timers()
                .forEach(timer -> say("decisions: broker=" + timer.getId().getTag("lane"), Done.NOTHING.plus(timer)));
        var answered = Done.NOTHING;
        for (var timer : registry.find(REQUESTS).timers()) {
            answered = answered.plus(timer);
        }
        say("requests answered:", answered);
    }

    private void say(String what, Done now) {
        var last = before.put(what, now);
        var lately = now.since(last == null ? Done.NOTHING : last);
        if (lately.count() > 0) {
            LOG.infof("%s count=%d meanMillis=%.1f", what, lately.count(), lately.millis() / lately.count());
        }
    }
}
