package io.alphapanda.runner;

import io.alphapanda.stage.delivery.ProtocolProbe;
import io.alphapanda.stage.delivery.ProtocolStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A probe that dies once at a step of a batch, as a killed process does: nothing after it happens.
@ApplicationScoped
class Deaths implements ProtocolProbe {

    /// What a killed process leaves of its work.
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;

        Killed(ProtocolStep step) {
            super("killed " + step, null, false, false);
        }
    }

    private final Set<String> due = ConcurrentHashMap.newKeySet();
    private final Set<String> reached = ConcurrentHashMap.newKeySet();

    void at(ProtocolStep step, String eventId) {
        due.add(step + " " + eventId);
    }

    @Override
    public void reached(ProtocolStep step, String stage, String eventId) {
        reached.add(step + " " + eventId);
        if (due.remove(step + " " + eventId)) {
            throw new Killed(step);
        }
    }

    Set<ProtocolStep> stepsOf(String eventId) {
        var steps = EnumSet.noneOf(ProtocolStep.class);
        for (var step : ProtocolStep.values()) {
            if (reached.contains(step + " " + eventId)) {
                steps.add(step);
            }
        }
        return steps;
    }
}
