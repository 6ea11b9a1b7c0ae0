package io.alphapanda.engine.zerodha;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.event.SignalValidated;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.signal.LaneSignal;
import io.alphapanda.stage.testing.Door;
import io.alphapanda.stage.testing.Signals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Approvals of a lane, and their way through the function door.
final class Approvals {

    private Approvals() {}

    /// One for an order of so many TCS at 100.
    static LaneSignal one(String broker, String strategy, Side side, long quantity) {
        return new Signals(broker, strategy).next(side, quantity);
    }

    /// A strategy that buys and sells in turn.
    static List<LaneSignal> chain(String broker, String strategy, int length, long quantity) {
        var signals = new Signals(broker, strategy);
        var chain = new ArrayList<LaneSignal>();
        for (int i = 0; i < length; i++) {
            chain.add(signals.next(i % 2 == 0 ? Side.BUY : Side.SELL, quantity));
        }
        return chain;
    }

    /// The answer's status.
    static int post(LaneSignal signal, Optional<LaneSignal> after) {
        return Door.post(
                Door.headers(
                        EventType.SIGNAL_VALIDATED,
                        Ids.validated(signal.id()),
                        signal.broker().name(),
                        Topics.signalsValidated(signal.broker()),
                        signal.signal().partitionKey(),
                        signal.signal().id(),
                        signal.signal().referenceTime()),
                Door.json(new SignalValidated(signal, List.of(), after.map(each -> Ids.validated(each.id())))));
    }

    /// As a source delivers: again until it is taken.
    static void deliver(LaneSignal signal, Optional<LaneSignal> after) {
        int status = post(signal, after);
        for (int attempt = 0; status == 503 && attempt < 100; attempt++) {
            status = post(signal, after);
        }
        if (status != 204) {
            throw new AssertionError(signal.id() + " was answered " + status);
        }
    }

    static String order(LaneSignal signal) {
        return Ids.order(signal.id(), 1);
    }
}
