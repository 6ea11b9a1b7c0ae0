package io.alphapanda.stage.door;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.stage.delivery.ServedTypes;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/// Stands in front of Funqy. Funqy answers an unknown type or a missing id with 404, which a KafkaSource retries
/// and so blocks its partition; here such an event is put into the dead letters and acknowledged.
///
/// ```
/// POST ──▶ stream door open, and it is no timer's? ──yes──▶ 409
///            lane and topic stamped? ──no──▶ 400 (the source's own dead-letter sink takes it)
///            attributes, size, type, lane right? ──no──▶ <topic>.dlq, 204 (503 if that can't be written)
///            └─yes─▶ Funqy ──▶ 204 | 503 | 500
/// ```
@ApplicationScoped
public class Gatekeeper {

    /// What a source stamps on every event through its `ceOverrides`.
    static final String LANE = "lane";

    static final String TOPIC = "topic";

    /// Under this name the request carries the event that was let through.
    static final String DELIVERY = "panda.delivery";

    private static final Logger LOG = Logger.getLogger(Gatekeeper.class);
    private static final String ATTRIBUTE_PREFIX = "ce-";
    private static final String MANAGEMENT = "/q/";
    private static final int BEFORE_FUNQY = -1_000;

    private final ServedTypes served;
    private final OpenDoor door;
    private final DeliveryReader reader;
    private final DeadLetters deadLetters;
    private final FailureAnswers answers;
    private final DeliveryCount count;

    Gatekeeper(
            ServedTypes served,
            OpenDoor door,
            DeliveryReader reader,
            DeadLetters deadLetters,
            FailureAnswers answers,
            DeliveryCount count) {
        this.served = served;
        this.door = door;
        this.reader = reader;
        this.deadLetters = deadLetters;
        this.answers = answers;
        this.count = count;
    }

    /// Before every path: a source's sink may have one, and for Funqy's own 404 the source would block its partition.
    void stand(@Observes Router router) {
        if (served.types().isEmpty()) {
            return;
        }
        if (door.isStream()) {
            router.post().order(BEFORE_FUNQY - 2).handler(this::timersOnly);
        }
        router.post().order(BEFORE_FUNQY - 1).handler(Gatekeeper::toTheDoor);
        router.post().order(BEFORE_FUNQY).handler(BodyHandler.create(false)).failureHandler(answers::answer);
        router.post().order(BEFORE_FUNQY + 1).handler(this::check);
    }

    /// What lies on a topic, the stage reads itself; a timer's events lie on none.
    private void timersOnly(RoutingContext http) {
        var type = Optional.ofNullable(http.request().getHeader(ATTRIBUTE_PREFIX + "type"))
                .flatMap(EventType::find)
                .filter(each -> each.scope() == EventType.Scope.TIMER)
                .filter(served.types()::contains);
        if (type.isPresent()) {
            http.next();
        } else {
            refuse(http);
        }
    }

    private static void toTheDoor(RoutingContext http) {
        if (http.normalizedPath().equals("/") || http.normalizedPath().startsWith(MANAGEMENT)) {
            http.next();
        } else {
            http.reroute("/");
        }
    }

    private void refuse(RoutingContext http) {
        count.wrongDoor(System.nanoTime());
        http.response()
                .setStatusCode(409)
                .putHeader("content-type", "text/plain")
                .end("panda.door=stream: this stage reads its topics itself; delete its KafkaSource\n");
    }

    private void check(RoutingContext http) {
        long began = System.nanoTime();
        var attributes = attributes(http);
        var lane = attributes.find(LANE);
        var topic = attributes.find(TOPIC);
        if (lane.isEmpty() || topic.isEmpty()) {
            count.unstamped(began);
            LOG.warnf("event without a lane or topic stamp refused; its source must set ceOverrides lane and topic");
            http.response()
                    .setStatusCode(400)
                    .putHeader("content-type", "text/plain")
                    .end(
                            "ce-lane and ce-topic are missing; set ceOverrides.extensions.lane and .topic on the source\n");
            return;
        }
        var data = http.body().buffer() == null ? Buffer.buffer() : http.body().buffer();
        try {
            http.put(DELIVERY, reader.read(lane.get(), topic.get(), attributes, data.getBytes()));
            http.next();
        } catch (BadEventException bad) {
            deadLetters
                    .put(lane.get(), topic.get(), attributes, data.getBytes(), bad)
                    .subscribe()
                    .with(
                            _ -> {
                                count.deadLettered(lane.get(), topic.get(), began);
                                http.response().setStatusCode(204).end();
                            },
                            failure -> {
                                count.failed(lane.get(), topic.get(), failure, began);
                                http.fail(failure);
                            });
        }
    }

    private static Attributes attributes(RoutingContext http) {
        var values = new TreeMap<String, String>();
        http.request().headers().forEach((name, value) -> {
            var lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith(ATTRIBUTE_PREFIX)) {
                values.putIfAbsent(lower.substring(ATTRIBUTE_PREFIX.length()), value);
            }
        });
        var traceparent = http.request().getHeader("traceparent");
        if (traceparent != null) {
            values.putIfAbsent("traceparent", traceparent);
        }
        var contentType = http.request().getHeader("content-type");
        return new Attributes(values, contentType == null ? "" : contentType);
    }
}
