package io.alphapanda.domain.event;

import io.alphapanda.domain.control.TradingScope;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.market.StreamId;
import io.alphapanda.domain.market.TickBatch;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.StrategyId;

/// Every id is derived from its cause, readable, and free of clocks, batch boundaries and retries; so whatever is
/// delivered or computed twice carries the same id twice, and two runs of the same ticks differ in the stream's
/// name alone.
///
/// ```
/// signal          nse-1/momentum/NSE:TCS/4711
///   lane copy     nse-1/momentum/NSE:TCS/4711@paper
///     verdict     nse-1/momentum/NSE:TCS/4711@paper/validated      (or /rejected)
///     order       nse-1/momentum/NSE:TCS/4711@paper/1              (leg 1)
///       event     nse-1/momentum/NSE:TCS/4711@paper/1/v2           (version 2 of the order)
///       fill      nse-1/momentum/NSE:TCS/4711@paper/1/fill/1
///
/// ping            ping/4c1a3770-cc4b-46b1-94b8-f50f9e918c50             (the id its source gave this firing)
///   snapshot      ping/4c1a3770-cc4b-46b1-94b8-f50f9e918c50/momentum@paper
///
/// state           trading-state/paper:momentum/v3                  (version 3 of the scope)
/// ```
public final class Ids {

    /// No id is longer; events with longer ids are refused at the door.
    public static final int MAX_LENGTH = 250;

    private Ids() {}

    public static String batch(TickBatch batch) {
        return batch.stream() + "/" + batch.assetClass().label() + "/" + batch.shard() + "/" + batch.sequence();
    }

    public static String signal(StreamId stream, StrategyId strategy, InstrumentId instrument, long tickOrdinal) {
        return stream + "/" + strategy + "/" + instrument + "/" + tickOrdinal;
    }

    public static String laneSignal(String signalId, Broker broker) {
        return signalId + "@" + broker;
    }

    public static String validated(String laneSignalId) {
        return laneSignalId + "/validated";
    }

    public static String rejected(String laneSignalId) {
        return laneSignalId + "/rejected";
    }

    /// @param leg from 1; brackets and slices have more than one
    public static String order(String laneSignalId, int leg) {
        return laneSignalId + "/" + leg;
    }

    public static String orderEvent(String orderId, int version) {
        return orderId + "/v" + version;
    }

    /// @param version of the scope
    public static String tradingState(TradingScope scope, long version) {
        return "trading-state/" + scope.name() + "/v" + version;
    }

    /// @param n from 1, in the order's own count
    public static String fill(String orderId, int n) {
        return orderId + "/fill/" + n;
    }

    /// A timer's firing. Its source's id is a stranger's, so it gets a place of its own among ours.
    public static String ping(String firing) {
        return "ping/" + firing;
    }

    public static String snapshot(String pingId, StrategyId strategy, Broker broker) {
        return pingId + "/" + strategy + "@" + broker;
    }
}
