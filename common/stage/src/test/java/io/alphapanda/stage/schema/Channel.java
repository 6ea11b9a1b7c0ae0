package io.alphapanda.stage.schema;

import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.event.Topics;
import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.signal.Broker;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A topic, or one for each broker or asset class, and what lies there.
///
/// @param id        its name in the document
/// @param address   with its parameter in braces
/// @param parameter the parameter's name
/// @param type      of its events
/// @param key       what the record key is made of: events of one key keep their order
record Channel(String id, String address, Optional<String> parameter, EventType type, String key) {

    static final String BROKER = "broker";
    static final String ASSET_CLASS = "assetClass";

    private static final Broker SOME_BROKER = new Broker("some-broker");
    private static final String STRATEGY_AND_INSTRUMENT = "strategy:instrument";

    static List<Channel> all() {
        return Arrays.stream(EventType.values())
                .filter(each -> each.scope() != EventType.Scope.TIMER)
                .map(Channel::of)
                .toList();
    }

    private static Channel of(EventType type) {
        return switch (type) {
            case TICK_BATCH -> ticks(type);
            case SIGNAL_GENERATED -> lane("signalsRaw", Topics.signalsRaw(SOME_BROKER), type, STRATEGY_AND_INSTRUMENT);
            case SIGNAL_VALIDATED ->
                lane("signalsValidated", Topics.signalsValidated(SOME_BROKER), type, STRATEGY_AND_INSTRUMENT);
            case SIGNAL_REJECTED ->
                lane("signalsRejected", Topics.signalsRejected(SOME_BROKER), type, STRATEGY_AND_INSTRUMENT);
            case ORDER_SUBMITTED -> lane("ordersSubmitted", Topics.ordersSubmitted(SOME_BROKER), type, "order");
            case ORDER_ACKNOWLEDGED ->
                lane("ordersAcknowledged", Topics.ordersAcknowledged(SOME_BROKER), type, "order");
            case ORDER_FILLED -> lane("ordersFilled", Topics.ordersFilled(SOME_BROKER), type, STRATEGY_AND_INSTRUMENT);
            case ORDER_FAILED -> lane("ordersFailed", Topics.ordersFailed(SOME_BROKER), type, STRATEGY_AND_INSTRUMENT);
            case PNL_SNAPSHOT -> lane("pnlSnapshots", Topics.pnlSnapshots(SOME_BROKER), type, "strategy");
            case TRADING_STATE_CHANGED ->
                new Channel("tradingState", Topics.TRADING_STATE, Optional.empty(), type, "scope");
            case PING -> throw new IllegalArgumentException(type + " lies on no topic");
        };
    }

    private static Channel ticks(EventType type) {
        var address = Topics.ticks(AssetClass.EQUITY).replace(AssetClass.EQUITY.label(), "{" + ASSET_CLASS + "}");
        return new Channel("ticks", address, Optional.of(ASSET_CLASS), type, "shard, which is the partition");
    }

    private static Channel lane(String id, String topic, EventType type, String key) {
        var address = topic.replace(SOME_BROKER.name(), "{" + BROKER + "}");
        return new Channel(id, address, Optional.of(BROKER), type, key);
    }
}
