package io.alphapanda.stage.delivery;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.stage.event.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/// A lane stage's logic: what an event means, inside the protocol's transaction. It never sees a door, a retry or a
/// duplicate.
public interface LaneLogic<E> {

    /// The stage's name in inbox and outbox.
    String stage();

    /// What its events' data is.
    Class<E> payload();

    /// The broker its data names, for audit; must be the lane's.
    Broker broker(E data);

    /// The id an event with this data has; empty where the data doesn't tell. Under another id the inbox would not know
    /// the event again, so it is not let in.
    Optional<String> id(E data);

    /// The id of the event that must have been decided by this stage before this one.
    Optional<String> follows(E data);

    /// Loads the state, decides, writes the state, and returns what is to be sent. Runs in a session with an open
    /// transaction; a failure rolls all of it back.
    Uni<List<OutgoingEvent>> decide(LaneEvent<E> event);

    /// The decision on the event is committed, now or before: what must wait for that may begin. Must return at once.
    /// May never be called, because a process can die before it: what it would begin must begin without it too.
    default void committed(LaneEvent<E> event) {}

    /// The event took effect now, in a transaction that is committed: for what counts effects. Must return at once.
    /// Told once at most, and never if the process dies before.
    default void tookEffect(LaneEvent<E> event) {}
}
