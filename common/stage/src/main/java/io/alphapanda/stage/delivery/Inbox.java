package io.alphapanda.stage.delivery;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.stage.door.BadEventException;
import io.alphapanda.stage.door.DeadLetterReason;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/// The events a stage has taken in, as seen from one transaction.
///
/// @param session with that transaction open
/// @param stage   whose
record Inbox(Mutiny.Session session, String stage) {

    /// Enters an event; false if it is there already. A concurrent duplicate waits here until the first has committed
    /// or rolled back.
    Uni<Boolean> enter(String eventId, Broker broker) {
        return session.createNativeQuery(
                        "insert into inbox (stage, event_id, broker) values (?1, ?2, ?3) on conflict do nothing")
                .setParameter(1, stage)
                .setParameter(2, eventId)
                .setParameter(3, broker.name())
                .executeUpdate()
                .map(inserted -> inserted == 1);
    }

    /// Whether an event has been decided.
    Uni<Boolean> has(String eventId) {
        return session.createNativeQuery("select count(*) from inbox where stage = ?1 and event_id = ?2", Long.class)
                .setParameter(1, stage)
                .setParameter(2, eventId)
                .getSingleResult()
                .map(found -> found > 0);
    }

    /// An id that another lane has taken is no duplicate: ids name their lane, so this event's is not its own.
    ///
    /// @param eventId one that is there
    Uni<Void> requireLane(String eventId, Broker lane) {
        return session.createNativeQuery("select broker from inbox where stage = ?1 and event_id = ?2", String.class)
                .setParameter(1, stage)
                .setParameter(2, eventId)
                .getSingleResult()
                .chain(broker -> broker.equals(lane.name())
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom()
                                .failure(new BadEventException(
                                        DeadLetterReason.LANE_MISMATCH,
                                        "event id of the lane '" + broker + "' in the lane of '" + lane + "'")));
    }
}
