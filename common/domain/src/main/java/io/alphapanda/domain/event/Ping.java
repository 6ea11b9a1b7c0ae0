package io.alphapanda.domain.event;

import io.alphapanda.domain.signal.Broker;

/// What a timer asks of a lane, as the data of its PingSource says.
///
/// @param broker the lane; must be the one its source stamps on the event
/// @param task   what is to be done
public record Ping(Broker broker, Task task) {

    /// What there is to ask for.
    public enum Task {
        /// Say what every strategy's portfolio is worth.
        SNAPSHOT
    }
}
