package io.alphapanda.engine.live;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// Is told every step of sending an order. Tests put a probe in place that dies or dawdles there.
public interface DeskProbe {

    /// Sending goes on when this has ended, and ends with it if it fails.
    Uni<Void> reached(DeskStep step, String orderId);

    /// Watches nothing.
    @DefaultBean
    @Singleton
    final class None implements DeskProbe {
        @Override
        public Uni<Void> reached(DeskStep step, String orderId) {
            return Uni.createFrom().voidItem();
        }
    }
}
