package io.alphapanda.stage.replay;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.signal.Broker;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// A topic of the house, as the place that dead letters come from and go back to.
///
/// @param topic   its name, without the dead letters' ending
/// @param lane    the stamp its events get: the broker's name, `market` or `control`
/// @param broker  whose it is; empty for what all share
/// @param carries what lies there
public record Origin(String topic, String lane, Optional<Broker> broker, EventType carries) {

    private static final String MARKET = "market";
    private static final String CONTROL = "control";

    /// Every topic of a house with these lanes.
    public static List<Origin> of(Collection<Broker> brokers) {
        var all = new ArrayList<Origin>();
        for (var assetClass : AssetClass.values()) {
            all.add(new Origin(Topics.ticks(assetClass), MARKET, Optional.empty(), EventType.TICK_BATCH));
        }
        brokers.forEach(broker -> all.addAll(lane(broker)));
        all.add(new Origin(Topics.TRADING_STATE, CONTROL, Optional.empty(), EventType.TRADING_STATE_CHANGED));
        return List.copyOf(all);
    }

    private static List<Origin> lane(Broker broker) {
        return List.of(
                lane(broker, Topics.signalsRaw(broker), EventType.SIGNAL_GENERATED),
                lane(broker, Topics.signalsValidated(broker), EventType.SIGNAL_VALIDATED),
                lane(broker, Topics.signalsRejected(broker), EventType.SIGNAL_REJECTED),
                lane(broker, Topics.ordersSubmitted(broker), EventType.ORDER_SUBMITTED),
                lane(broker, Topics.ordersAcknowledged(broker), EventType.ORDER_ACKNOWLEDGED),
                lane(broker, Topics.ordersFilled(broker), EventType.ORDER_FILLED),
                lane(broker, Topics.ordersFailed(broker), EventType.ORDER_FAILED),
                lane(broker, Topics.pnlSnapshots(broker), EventType.PNL_SNAPSHOT));
    }

    private static Origin lane(Broker broker, String topic, EventType carries) {
        return new Origin(topic, broker.name(), Optional.of(broker), carries);
    }

    /// Where its dead letters lie.
    public String deadLetters() {
        return Topics.deadLetter(topic);
    }
}
