package io.alphapanda.risk;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.signal.LaneSignal;
import io.alphapanda.stage.testing.Door;

/// Delivers signals as their lane's source does.
final class Post {

    private Post() {}

    /// @return the door's answer
    static int of(LaneSignal signal) {
        var headers = Door.headers(
                EventType.SIGNAL_GENERATED,
                signal.id(),
                signal.broker().name(),
                Topics.signalsRaw(signal.broker()),
                signal.signal().partitionKey(),
                signal.signal().id(),
                signal.signal().referenceTime());
        return Door.post(headers, Door.json(signal));
    }
}
