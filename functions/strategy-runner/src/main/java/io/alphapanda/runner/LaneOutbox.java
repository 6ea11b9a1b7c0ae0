package io.alphapanda.runner;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.LaneSignal;
import io.alphapanda.stage.broker.BrokerAccount;
import io.alphapanda.stage.broker.Brokers;
import io.alphapanda.stage.event.EncodedEvent;
import io.alphapanda.stage.event.EventCodec;
import io.alphapanda.stage.event.MalformedEventException;
import io.alphapanda.stage.meter.Meters;
import io.alphapanda.stage.meter.StageMeters;
import io.alphapanda.stage.publish.EventPublisher;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Signals on their way into the lanes: one Redis stream a broker, `strategy:outbox:<broker>`. An entry leaves it when
/// Kafka has acknowledged its event. What a process leaves behind when it dies, or while a topic is away, is published
/// by the sweep of whichever process is there; should two do it, the same ids go out twice, and the lane knows them.
@ApplicationScoped
public class LaneOutbox {

    private static final Logger LOG = Logger.getLogger(LaneOutbox.class);
    private static final String SOURCE = "/alpha-panda/" + TickStage.NAME;
    private static final int MOST_AT_ONCE = 200;

    /// Of one sweep of a lane; the next one goes on.
    private static final int ROUNDS = 50;

    private final ReactiveRedisDataSource redis;
    private final EventPublisher publisher;
    private final EventCodec codec;
    private final Brokers brokers;
    private final Meters meters;
    private final int grace;
    private final Map<Broker, Backlog> backlogs = new ConcurrentHashMap<>();

    LaneOutbox(
            ReactiveRedisDataSource redis,
            EventPublisher publisher,
            EventCodec codec,
            Brokers brokers,
            Meters meters,
            @ConfigProperty(name = "panda.delivery.sweep-after-seconds", defaultValue = "3") int graceSeconds) {
        this.redis = redis;
        this.publisher = publisher;
        this.codec = codec;
        this.brokers = brokers;
        this.meters = meters;
        this.grace = graceSeconds;
        brokers.all()
                .forEach(each ->
                        meters.count(StageMeters.RESENT, 0, each.broker().name()));
    }

    static String key(Broker broker) {
        return "strategy:outbox:" + broker;
    }

    /// Publishes in the background, each lane on its own and behind what it is still sending; what fails is left to the
    /// sweep, and so is all that comes after it until the sweep has caught up.
    ///
    /// @param published told once for every lane whose events have been acknowledged
    void publish(Outboxed outboxed, Runnable published) {
        var lanes = new LinkedHashMap<Broker, List<Outboxed.Entry>>();
        outboxed.entries().forEach(each -> lanes.computeIfAbsent(each.signal().broker(), _ -> new ArrayList<>())
                .add(each));
        lanes.forEach((broker, entries) -> backlog(broker).inTurn(() -> send(broker, entries)
                .invoke(published)
                .chain(() -> trim(broker, entries))
                .onFailure()
                .invoke(failure -> left(broker, failure))
                .subscribeAsCompletionStage()));
    }

    private Backlog backlog(Broker broker) {
        return backlogs.computeIfAbsent(broker, _ -> new Backlog());
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        var lanes = brokers.all().stream()
                .map(BrokerAccount::broker)
                .map(each -> sweepLane(each, ROUNDS).onFailure().invoke(failure -> {
                    backlog(each).failed();
                    left(each, failure);
                }))
                .toList();
        return Uni.join()
                .all(lanes)
                .andCollectFailures()
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    /// Sends what is older than the grace; or, while signals wait, all there is and what comes meanwhile.
    private Uni<Void> sweepLane(Broker broker, int rounds) {
        var backlog = backlog(broker);
        boolean all = backlog.isWaiting();
        long mark = backlog.mark();
        return redis.execute("TIME")
                .map(time -> all ? "+" : Long.toString((time.get(0).toLong() - grace) * 1_000))
                .chain(until ->
                        redis.execute("XRANGE", key(broker), "-", until, "COUNT", Integer.toString(MOST_AT_ONCE)))
                .map(this::entries)
                .chain(entries -> resend(broker, entries).chain(() -> {
                    boolean more = entries.size() == MOST_AT_ONCE || all && !backlog.caughtUp(mark);
                    return more && rounds > 1
                            ? sweepLane(broker, rounds - 1)
                            : Uni.createFrom().voidItem();
                }));
    }

    private Uni<Void> resend(Broker broker, List<Outboxed.Entry> entries) {
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        LOG.infof("sending what was left: broker=%s signals=%d", broker, entries.size());
        return send(broker, entries)
                .invoke(() -> meters.count(StageMeters.RESENT, entries.size(), broker.name()))
                .chain(() -> trim(broker, entries));
    }

    private static void left(Broker broker, Throwable failure) {
        LOG.warnf("signals wait in the outbox, they will be sent: broker=%s reason=%s", broker, failure.getMessage());
    }

    private Uni<Void> send(Broker broker, List<Outboxed.Entry> entries) {
        return publisher.publish(
                broker.name(), entries.stream().map(LaneOutbox::event).toList());
    }

    private Uni<Void> trim(Broker broker, List<Outboxed.Entry> entries) {
        var arguments = new ArrayList<String>();
        arguments.add(key(broker));
        entries.forEach(each -> arguments.add(each.entryId()));
        return redis.execute("XDEL", arguments.toArray(String[]::new)).replaceWithVoid();
    }

    private static EncodedEvent event(Outboxed.Entry entry) {
        var copy = entry.signal();
        return new EncodedEvent(
                Topics.signalsRaw(copy.broker()),
                OptionalInt.empty(),
                EventType.SIGNAL_GENERATED.type(),
                copy.id(),
                SOURCE,
                copy.signal().referenceTime(),
                copy.signal().partitionKey(),
                Optional.of(copy.broker().name()),
                Optional.of(copy.signal().id()),
                Optional.of(entry.cause().batchId()),
                Optional.of(entry.cause().traceparent()).filter(trace -> !trace.isEmpty()),
                entry.data());
    }

    private List<Outboxed.Entry> entries(Response range) {
        var entries = new ArrayList<Outboxed.Entry>();
        for (var each : range) {
            entries.add(entry(each.get(0).toString(), fields(each.get(1))));
        }
        return entries;
    }

    private Outboxed.Entry entry(String entryId, Map<String, String> fields) {
        var data = fields.get("signal").getBytes(StandardCharsets.UTF_8);
        try {
            var signal = codec.decode(data, LaneSignal.class);
            return new Outboxed.Entry(entryId, signal, data, new Cause(fields.get("cause"), fields.get("trace")));
        } catch (MalformedEventException e) {
            throw new IllegalStateException("outbox entry " + entryId + " can't be read: " + e.getMessage(), e);
        }
    }

    private static Map<String, String> fields(Response flat) {
        var fields = new LinkedHashMap<String, String>();
        for (int i = 0; i + 1 < flat.size(); i += 2) {
            fields.put(flat.get(i).toString(), flat.get(i + 1).toString());
        }
        return fields;
    }
}
