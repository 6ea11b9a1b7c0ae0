package io.alphapanda.stage.door;

import io.alphapanda.stage.delivery.FreshContext;
import io.alphapanda.stage.delivery.Handler;
import io.alphapanda.stage.event.Delivery;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// The door for Funqy functions: an event the gatekeeper has let through, handed to the stage's logic as the gatekeeper
/// read it, on a Vert.x context of its own, because Funqy calls on worker threads.
@Singleton
public final class FunctionDoor {

    private final FreshContext fresh;
    private final CurrentVertxRequest request;
    private final DeliveryCount count;
    private final DeliverySpans spans;

    FunctionDoor(FreshContext fresh, CurrentVertxRequest request, DeliveryCount count, DeliverySpans spans) {
        this.fresh = fresh;
        this.request = request;
        this.count = count;
        this.spans = spans;
    }

    /// Completes when the event is dealt with; fails as [io.alphapanda.stage.trouble.Trouble] tells.
    public Uni<Void> enter(CloudEvent<byte[]> event, Handler handler) {
        var http = request.getCurrent();
        Delivery delivery = http == null ? null : http.get(Gatekeeper.DELIVERY);
        if (delivery == null) {
            return Uni.createFrom()
                    .failure(new IllegalStateException("event " + event.id() + " came past the gatekeeper"));
        }
        return spans.around(delivery, each -> count.counted(each, () -> fresh.run(() -> handler.handle(each))))
                .replaceWithVoid();
    }
}
