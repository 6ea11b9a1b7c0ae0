package io.alphapanda.local.check;

import io.alphapanda.domain.event.ConsumerGroups;
import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.signal.Broker;
import java.util.Optional;
import java.util.function.Function;

/// The topics of a lane: what lies there, and who takes it in.
enum TopicKind {
    RAW(EventType.SIGNAL_GENERATED, Topics::signalsRaw, ConsumerGroups::riskManager),
    VALIDATED(EventType.SIGNAL_VALIDATED, Topics::signalsValidated, ConsumerGroups::tradingEngine),
    REJECTED(EventType.SIGNAL_REJECTED, Topics::signalsRejected, null),
    SUBMITTED(EventType.ORDER_SUBMITTED, Topics::ordersSubmitted, null),
    ACKNOWLEDGED(EventType.ORDER_ACKNOWLEDGED, Topics::ordersAcknowledged, null),
    FILLED(EventType.ORDER_FILLED, Topics::ordersFilled, ConsumerGroups::portfolioManager),
    FAILED(EventType.ORDER_FAILED, Topics::ordersFailed, null),
    SNAPSHOT(EventType.PNL_SNAPSHOT, Topics::pnlSnapshots, null);

    private final EventType type;
    private final Function<Broker, String> topic;
    private final Function<Broker, String> group;

    TopicKind(EventType type, Function<Broker, String> topic, Function<Broker, String> group) {
        this.type = type;
        this.topic = topic;
        this.group = group;
    }

    EventType type() {
        return type;
    }

    String topic(Broker broker) {
        return topic.apply(broker);
    }

    /// Whose committed offsets say what has been taken in.
    Optional<String> group(Broker broker) {
        return Optional.ofNullable(group).map(each -> each.apply(broker));
    }
}
