package io.alphapanda.stage.event;

import io.alphapanda.domain.control.TradingScope;
import io.alphapanda.domain.control.TradingState;
import io.alphapanda.domain.event.OrderAcknowledged;
import io.alphapanda.domain.event.OrderFailed;
import io.alphapanda.domain.event.OrderFilled;
import io.alphapanda.domain.event.OrderSubmitted;
import io.alphapanda.domain.event.PnlSnapshot;
import io.alphapanda.domain.event.SignalRejected;
import io.alphapanda.domain.event.SignalValidated;
import io.alphapanda.domain.event.TradingStateChanged;
import io.alphapanda.domain.market.BatchSequence;
import io.alphapanda.domain.market.Tick;
import io.alphapanda.domain.market.TickBatch;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.order.FailureCode;
import io.alphapanda.domain.order.Fill;
import io.alphapanda.domain.order.Order;
import io.alphapanda.domain.order.OrderRequest;
import io.alphapanda.domain.order.OrderStatus;
import io.alphapanda.domain.order.Reality;
import io.alphapanda.domain.portfolio.Mark;
import io.alphapanda.domain.portfolio.Quote;
import io.alphapanda.domain.risk.DenialCode;
import io.alphapanda.domain.risk.Verdict;
import io.alphapanda.domain.signal.LaneSignal;
import io.alphapanda.domain.signal.Signal;
import io.quarkus.runtime.annotations.RegisterForReflection;

/// Tells a native build which types of the domain are JSON in events. That none is missing is tested in every function.
@RegisterForReflection(
        targets = {
            TickBatch.class,
            BatchSequence.class,
            Tick.class,
            LaneSignal.class,
            Signal.class,
            Side.class,
            Verdict.class,
            DenialCode.class,
            SignalValidated.class,
            SignalRejected.class,
            OrderSubmitted.class,
            OrderAcknowledged.class,
            OrderFilled.class,
            OrderFailed.class,
            Order.class,
            OrderRequest.class,
            OrderStatus.class,
            FailureCode.class,
            Fill.class,
            PnlSnapshot.class,
            PnlSnapshot.Pricing.class,
            Reality.class,
            Mark.class,
            Quote.class,
            TradingStateChanged.class,
            TradingScope.class,
            TradingState.class,
        })
final class Payloads {
    private Payloads() {}
}
