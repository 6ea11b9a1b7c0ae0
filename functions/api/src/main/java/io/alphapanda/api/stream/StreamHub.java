package io.alphapanda.api.stream;

import io.alphapanda.api.log.LogTail;
import io.alphapanda.api.problem.ProblemException;
import io.alphapanda.api.problem.ProblemType;
import io.alphapanda.stage.meter.Meters;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Who listens to what.
@Startup
@Singleton
public final class StreamHub {

    /// How soon a browser comes back after a stream broke.
    private static final long RETRY_MILLIS = 2_000;

    private final StreamSettings settings;
    private final StreamJson json;
    private final Meters meters;
    private final ActivityTopic activity;
    private final Map<StreamTopic, Topic> topics = new EnumMap<>(StreamTopic.class);
    private final Set<Client> clients = ConcurrentHashMap.newKeySet();
    private final Vertx vertx;
    private final long heartbeats;
    private final AtomicInteger places = new AtomicInteger();

    StreamHub(
            Vertx vertx,
            StreamConfiguration configuration,
            StreamJson json,
            Meters meters,
            ActivityLedger ledger,
            ActivityLines lines,
            LogTail tail,
            Instance<Watch> watches) {
        this.vertx = vertx;
        this.settings = StreamSettings.of(configuration);
        this.json = json;
        this.meters = meters;
        activity = new ActivityTopic(vertx, settings.activity(), ledger, lines, json, counted(StreamTopic.ACTIVITY));
        topics.put(StreamTopic.ACTIVITY, activity);
        topics.put(StreamTopic.LOGS, new LogTopic(vertx, tail, json, counted(StreamTopic.LOGS)));
        watches.forEach(watch -> topics.put(watch.topic(), new StateTopic(vertx, watch, json, counted(watch.topic()))));
        meters.show(StreamMeters.CLIENTS, clients::size);
        meters.count(StreamMeters.DROPPED, 0);
        meters.count(StreamMeters.REFUSED, 0);
        heartbeats = vertx.setPeriodic(settings.heartbeat().toMillis(), _ -> heartbeat());
    }

    @PreDestroy
    void end() {
        vertx.cancelTimer(heartbeats);
    }

    private Runnable counted(StreamTopic topic) {
        meters.count(StreamMeters.LOOKS, 0, topic.label());
        return () -> meters.count(StreamMeters.LOOKS, topic.label());
    }

    /// Begins to tell a client; until it goes, or has been told for as long as a stream lasts: who they are was asked
    /// when it began.
    ///
    /// @param after what it was told last; empty for one that is new
    /// @throws ProblemException if as many as may already listen
    void open(RoutingContext exchange, Set<StreamTopic> wanted, OptionalLong after) {
        if (places.incrementAndGet() > settings.clients()) {
            places.decrementAndGet();
            meters.count(StreamMeters.REFUSED);
            throw ProblemException.of(
                    ProblemType.TOO_MANY_STREAMS,
                    settings.clients() + " clients listen already, which is as many as may; come again later, or ask"
                            + " the lists");
        }
        var request = exchange.request();
        var client = new Client(request, settings.buffer(), () -> meters.count(StreamMeters.DROPPED));
        clients.add(client);
        var end = vertx.setTimer(settings.lasts().toMillis(), _ -> client.end());
        exchange.addEndHandler(_ -> {
            vertx.cancelTimer(end);
            close(client);
        });
        if (client.hasLeft()) {
            // Before anybody listened for its end, so nobody is told of it.
            vertx.cancelTimer(end);
            close(client);
            return;
        }
        begin(request.response());
        client.send(Frame.retry(RETRY_MILLIS).appendBuffer(Frame.event("open", json.opened(wanted))));
        wanted.forEach(each -> topics.get(each).join(client, after));
        if (client.isGone()) {
            close(client);
        }
    }

    private static void begin(HttpServerResponse response) {
        response.setChunked(true)
                .putHeader("content-type", "text/event-stream;charset=UTF-8")
                .putHeader("cache-control", "no-store")
                .putHeader("x-accel-buffering", "no");
    }

    private void close(Client client) {
        client.gone();
        if (clients.remove(client)) {
            places.decrementAndGet();
        }
        topics.values().forEach(each -> each.leave(client));
    }

    private void heartbeat() {
        var sign = Frame.heartbeat();
        clients.stream().filter(Client::hasLeft).forEach(this::close);
        clients.forEach(each -> each.send(sign));
        activity.heartbeat();
    }
}
