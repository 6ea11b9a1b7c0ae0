package io.alphapanda.kite.order;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import java.util.Set;

/// Where an order stands, in Kite's words. Kite's list is open: a word nobody has seen is kept, and the order counts as
/// alive, because taking a live order for dead loses it.
///
/// @param text as sent
@RegisterForReflection
public record OrderStatus(String text) {

    /// What a status means for the order's life.
    public enum Phase {
        /// On its way to or at the exchange's door; the next status comes soon.
        INTERIM,
        /// Waits for a price, a trigger or the next session; partly filled or not.
        WORKING,
        /// Nothing more will happen to it.
        TERMINAL,
        /// A word we do not know. Not terminal.
        UNKNOWN
    }

    private static final Map<Phase, Set<String>> WORDS = Map.of(
            Phase.TERMINAL, Set.of("COMPLETE", "CANCELLED", "CANCELLED AMO", "REJECTED", "LAPSED"),
            Phase.WORKING, Set.of("OPEN", "TRIGGER PENDING", "AMO REQ RECEIVED"),
            // UPDATE is what postbacks say of an open order that was modified or partly filled.
            Phase.INTERIM,
                    Set.of(
                            "PUT ORDER REQ RECEIVED",
                            "VALIDATION PENDING",
                            "OPEN PENDING",
                            "MODIFY VALIDATION PENDING",
                            "MODIFY PENDING",
                            "MODIFIED",
                            "CANCEL PENDING",
                            "UPDATE"));

    private static final int MAX_LENGTH = 64;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrderStatus {
        if (text.isBlank() || text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "status of " + text.length() + " characters must have 1 to " + MAX_LENGTH);
        }
    }

    public Phase phase() {
        return WORDS.entrySet().stream()
                .filter(each -> each.getValue().contains(text))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Phase.UNKNOWN);
    }

    public boolean isTerminal() {
        return phase() == Phase.TERMINAL;
    }

    public boolean isComplete() {
        return text.equals("COMPLETE");
    }

    public boolean isRejected() {
        return text.equals("REJECTED");
    }

    @Override
    public String toString() {
        return text;
    }
}
