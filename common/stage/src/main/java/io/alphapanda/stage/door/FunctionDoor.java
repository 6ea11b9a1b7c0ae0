package io.alphapanda.stage.door;

import io.alphapanda.stage.delivery.Handler;
import io.alphapanda.stage.event.Delivery;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.TreeMap;

/// The door for Funqy functions: an event the gatekeeper has let through, handed to the stage's logic on a Vert.x
/// context of its own, because Funqy calls on worker threads and Hibernate Reactive lives on the event loop.
@Singleton
public final class FunctionDoor {

    private final Vertx vertx;
    private final DeliveryReader reader;

    FunctionDoor(Vertx vertx, DeliveryReader reader) {
        this.vertx = vertx;
        this.reader = reader;
    }

    /// Completes when the event is dealt with; fails as [io.alphapanda.stage.trouble.Trouble] tells.
    public Uni<Void> enter(CloudEvent<byte[]> event, Handler handler) {
        Delivery delivery;
        try {
            delivery = read(event);
        } catch (BadEventException e) {
            return Uni.createFrom().failure(new IllegalStateException("the gatekeeper let a bad event through", e));
        }
        return onContext(handler.handle(delivery));
    }

    private Delivery read(CloudEvent<byte[]> event) throws BadEventException {
        var values = new TreeMap<>(event.extensions());
        values.put("specversion", event.specVersion());
        values.put("id", event.id());
        values.put("type", event.type());
        values.put("source", event.source());
        values.put("time", event.time().withOffsetSameInstant(ZoneOffset.UTC).toString());
        var data = event.data();
        var attributes = new Attributes(values, event.dataContentType() == null ? "" : event.dataContentType());
        return reader.read(
                values.getOrDefault(Gatekeeper.LANE, ""),
                values.getOrDefault(Gatekeeper.TOPIC, ""),
                attributes,
                data == null ? new byte[0] : data);
    }

    private <T> Uni<T> onContext(Uni<T> work) {
        return Uni.createFrom().emitter(emitter -> {
            var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(_ -> work.subscribe().with(emitter::complete, emitter::fail));
        });
    }
}
