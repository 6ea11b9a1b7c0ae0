package io.alphapanda.stage.delivery;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;

/// Is told every step the protocol reaches. Tests put a probe in place that dies there.
public interface ProtocolProbe {

    void reached(ProtocolStep step, String stage, String eventId);

    /// Watches nothing.
    @DefaultBean
    @ApplicationScoped
    class None implements ProtocolProbe {
        @Override
        public void reached(ProtocolStep step, String stage, String eventId) {}
    }
}
