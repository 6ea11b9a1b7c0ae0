package io.alphapanda.stage.delivery;

import io.alphapanda.domain.signal.Broker;
import io.alphapanda.stage.broker.BrokerAccount;
import java.time.Instant;

/// An event of a lane, decoded.
///
/// @param id            its id
/// @param correlationId the idea
/// @param time          market time
/// @param account       the lane's broker
/// @param data          what it says
public record LaneEvent<E>(String id, String correlationId, Instant time, BrokerAccount account, E data) {

    public Broker broker() {
        return account.broker();
    }
}
