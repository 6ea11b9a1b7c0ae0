package io.alphapanda.stage.event;

import io.alphapanda.domain.control.TradingScope;
import io.alphapanda.domain.event.OrderAcknowledged;
import io.alphapanda.domain.event.OrderFailed;
import io.alphapanda.domain.event.OrderFilled;
import io.alphapanda.domain.event.OrderSubmitted;
import io.alphapanda.domain.event.SignalRejected;
import io.alphapanda.domain.event.SignalValidated;
import io.alphapanda.domain.event.TradingStateChanged;
import io.alphapanda.domain.market.BatchSequence;
import io.alphapanda.domain.market.Tick;
import io.alphapanda.domain.market.TickBatch;
import io.alphapanda.domain.order.Fill;
import io.alphapanda.domain.order.Order;
import io.alphapanda.domain.order.OrderRequest;
import io.alphapanda.domain.risk.Verdict;
import io.alphapanda.domain.signal.LaneSignal;
import io.alphapanda.domain.signal.Signal;
import io.quarkus.runtime.annotations.RegisterForReflection;

/// Tells a native build which records are read and written as JSON.
@RegisterForReflection(
        targets = {
            TickBatch.class,
            BatchSequence.class,
            Tick.class,
            LaneSignal.class,
            Signal.class,
            Verdict.class,
            SignalValidated.class,
            SignalRejected.class,
            OrderSubmitted.class,
            OrderAcknowledged.class,
            OrderFilled.class,
            OrderFailed.class,
            Order.class,
            OrderRequest.class,
            Fill.class,
            TradingStateChanged.class,
            TradingScope.class,
        })
final class Payloads {
    private Payloads() {}
}
