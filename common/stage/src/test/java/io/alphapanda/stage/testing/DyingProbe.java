package io.alphapanda.stage.testing;

import io.alphapanda.stage.delivery.ProtocolProbe;
import io.alphapanda.stage.delivery.ProtocolStep;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Ends an event's work at a step of the protocol, as a killed process would: nothing behind the step happens, and no
/// answer is given but that of a dead process.
@Singleton
public final class DyingProbe implements ProtocolProbe {

    /// What a killed process leaves behind: nothing that code could catch by mistake.
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1;

        Killed(String where) {
            super(where, null, false, false);
        }
    }

    private final Set<String> deaths = ConcurrentHashMap.newKeySet();

    /// The next time the event comes to the step, it dies.
    public void dieAt(ProtocolStep step, String eventId) {
        deaths.add(step + " of " + eventId);
    }

    @Override
    public void reached(ProtocolStep step, String stage, String eventId) {
        if (deaths.remove(step + " of " + eventId)) {
            throw new Killed(step + " of " + eventId);
        }
    }
}
