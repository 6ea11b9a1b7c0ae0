package io.alphapanda.domain.order;

import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.LaneSignal;
import io.alphapanda.domain.signal.StrategyId;
import java.time.Instant;

/// What is asked of a broker: one leg of one approved signal. Market orders for the day.
///
/// @param orderId        derived from the lane's signal and the leg; the client order id
/// @param signalId       the lane's signal
/// @param correlationId  the idea
/// @param broker         whose account
/// @param strategy       on whose behalf
/// @param instrument     what
/// @param side           which way
/// @param quantity       how much
/// @param referencePrice the price slippage is measured against
/// @param referenceTime  market time of the signal
/// @param expiresAt      not to be placed after this
/// @param dueAt          wall-clock time the causing tick was due; for latency only
public record OrderRequest(
        String orderId,
        String signalId,
        String correlationId,
        Broker broker,
        StrategyId strategy,
        InstrumentId instrument,
        Side side,
        Quantity quantity,
        Price referencePrice,
        Instant referenceTime,
        Instant expiresAt,
        Instant dueAt) {

    /// The first (and so far only) leg of a signal.
    public static OrderRequest of(LaneSignal copy) {
        var signal = copy.signal();
        return new OrderRequest(
                Ids.order(copy.id(), 1),
                copy.id(),
                signal.id(),
                copy.broker(),
                signal.strategy(),
                signal.instrument(),
                signal.side(),
                signal.quantity(),
                signal.referencePrice(),
                signal.referenceTime(),
                signal.expiresAt(),
                signal.dueAt());
    }

    /// The key that keeps one strategy's events on one instrument together.
    public String partitionKey() {
        return strategy + ":" + instrument;
    }
}
