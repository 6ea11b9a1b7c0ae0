package io.alphapanda.stage.delivery;

import io.alphapanda.stage.event.Delivery;
import io.smallrye.mutiny.Uni;

/// What a door hands an event to.
@FunctionalInterface
public interface Handler {

    /// Completes when the event is dealt with and may be acknowledged; fails as
    /// [io.alphapanda.stage.trouble.Trouble] tells.
    Uni<Handled> handle(Delivery delivery);
}
