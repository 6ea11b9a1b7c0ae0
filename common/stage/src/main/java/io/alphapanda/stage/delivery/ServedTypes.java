package io.alphapanda.stage.delivery;

import io.alphapanda.domain.event.EventType;
import java.util.Set;

/// The event types a stage's functions take; each stage provides one bean of it.
///
/// @param types at least one
public record ServedTypes(Set<EventType> types) {

    public ServedTypes {
        types = Set.copyOf(types);
    }
}
