package io.alphapanda.local.pingsource;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fires as the multi-tenant ping adapter does: one POST a firing, CloudEvents binary mode, an id and a time of its own
/// that its retries keep. Whoever has not taken it after six attempts never sees it.
///
/// ```
/// firing ─▶ POST ─ 2xx ──────────────────────────────────────────▶ delivered
///            │  └─ no answer, 404 413 425 429 502 503 504 ─▶ again after 0.1 s, doubling, 5 times ─┐
///            └──── anything else ──────────────────────────────────────────────────────────────────┴▶ lost
/// ```
public final class PingSource implements AutoCloseable {

    public static final String TYPE = "dev.knative.sources.ping";

    private static final Logger LOG = LoggerFactory.getLogger(PingSource.class);
    private static final Set<Integer> RETRIED = Set.of(404, 413, 425, 429, 502, 503, 504);
    private static final int RETRIES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final PingSourceSpec spec;
    private final HttpClient client;
    private final ScheduledExecutorService clock;
    private final AtomicLong delivered = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();

    private PingSource(PingSourceSpec spec) {
        this.spec = spec;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(TIMEOUT)
                .build();
        this.clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("ping-" + spec.name()).factory());
    }

    public static PingSource start(PingSourceSpec spec) {
        var source = new PingSource(spec);
        source.scheduleNext();
        return source;
    }

    public PingSourceSpec spec() {
        return spec;
    }

    /// Firings that were answered with success.
    public long delivered() {
        return delivered.get();
    }

    /// Firings that nobody took.
    public long lost() {
        return lost.get();
    }

    /// Fires once beside the schedule, and waits for the end of it.
    ///
    /// @return whether it was taken
    public boolean fire() {
        var request = request(UUID.randomUUID().toString(), Instant.now());
        for (int attempt = 0; ; attempt++) {
            var status = post(request);
            if (status / 100 == 2) {
                delivered.incrementAndGet();
                return true;
            }
            boolean again = status == 0 || RETRIED.contains(status);
            if (!again || attempt == RETRIES || !paused(FIRST_PAUSE.multipliedBy(1L << attempt))) {
                lost.incrementAndGet();
                LOG.warn("ping is lost: source={} status={} attempts={}", spec.name(), status, attempt + 1);
                return false;
            }
        }
    }

    private void scheduleNext() {
        long every = spec.every().toMillis();
        clock.schedule(this::fireAndGoOn, every - System.currentTimeMillis() % every, TimeUnit.MILLISECONDS);
    }

    /// A firing does not wait for the one before it.
    private void fireAndGoOn() {
        Thread.ofVirtual().name("ping").start(this::fire);
        scheduleNext();
    }

    private HttpRequest request(String id, Instant time) {
        var builder = HttpRequest.newBuilder(spec.sink())
                .timeout(TIMEOUT)
                .header("Ce-Specversion", "1.0")
                .header("Ce-Id", id)
                .header("Ce-Source", spec.source())
                .header("Ce-Type", TYPE)
                .header("Ce-Time", time.toString())
                .header("Content-Type", "application/json");
        spec.ceOverrides().forEach((name, value) -> builder.header("Ce-" + capital(name), value));
        return builder.POST(HttpRequest.BodyPublishers.ofString(spec.data())).build();
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /// The status; 0 for no answer.
    private int post(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            LOG.debug("no answer to a ping: source={} reason={}", spec.name(), e.toString());
            return 0;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static boolean paused(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Fires no more. Firings under way come to nothing.
    @Override
    public void close() {
        clock.shutdownNow();
        client.shutdownNow();
    }
}
