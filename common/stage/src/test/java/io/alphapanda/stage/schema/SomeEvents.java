package io.alphapanda.stage.schema;

import io.alphapanda.domain.control.TradingScope;
import io.alphapanda.domain.control.TradingState;
import io.alphapanda.domain.event.EventType;
import io.alphapanda.domain.event.Ids;
import io.alphapanda.domain.event.OrderAcknowledged;
import io.alphapanda.domain.event.OrderFailed;
import io.alphapanda.domain.event.OrderFilled;
import io.alphapanda.domain.event.OrderSubmitted;
import io.alphapanda.domain.event.PnlSnapshot;
import io.alphapanda.domain.event.SignalRejected;
import io.alphapanda.domain.event.SignalValidated;
import io.alphapanda.domain.event.TradingStateChanged;
import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.market.BatchSequence;
import io.alphapanda.domain.market.StreamId;
import io.alphapanda.domain.market.Tick;
import io.alphapanda.domain.market.TickBatch;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.domain.money.SignedQuantity;
import io.alphapanda.domain.order.Order;
import io.alphapanda.domain.order.OrderRequest;
import io.alphapanda.domain.order.Reality;
import io.alphapanda.domain.paper.PaperExecution;
import io.alphapanda.domain.paper.PaperTerms;
import io.alphapanda.domain.placement.Answer;
import io.alphapanda.domain.placement.Placement;
import io.alphapanda.domain.portfolio.Mark;
import io.alphapanda.domain.portfolio.Quote;
import io.alphapanda.domain.risk.DenialCode;
import io.alphapanda.domain.risk.Verdict;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.LaneSignal;
import io.alphapanda.domain.signal.StrategyId;
import io.alphapanda.stage.testing.Signals;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Data of each type, as the domain makes it: with its optional parts and without.
final class SomeEvents {

    private static final PaperExecution PAPER = new PaperExecution(PaperTerms.DEFAULT);
    private static final Instant SUNDAY = Instant.parse("2026-03-08T05:30:00Z");

    private final LaneSignal first;
    private final LaneSignal second;
    private final LaneSignal onSunday;

    SomeEvents() {
        var signals = new Signals("paper", "momentum");
        first = signals.next(Side.BUY, 10);
        second = signals.next(Side.SELL, 10, "101.35", Signals.TIME.plusSeconds(5));
        onSunday = signals.next(Side.BUY, 10, "100", SUNDAY);
    }

    /// Empty for types nobody sends yet.
    List<Object> of(EventType type) {
        return switch (type) {
            case TICK_BATCH -> List.of(batch(false, tick(1, "2450.05"), tick(2, "2450")), batch(true));
            case SIGNAL_GENERATED -> List.of(first, second);
            case SIGNAL_VALIDATED ->
                List.of(
                        new SignalValidated(first, verdicts(Optional.empty()), Optional.empty()),
                        new SignalValidated(second, List.of(), Optional.of(Ids.validated(first.id()))));
            case SIGNAL_REJECTED ->
                List.of(new SignalRejected(
                        first,
                        DenialCode.ORDER_VALUE_EXCEEDED,
                        verdicts(Optional.of(DenialCode.ORDER_VALUE_EXCEEDED))));
            case ORDER_FILLED -> List.of(filled(first, 1, Optional.empty()), filled(second, 2, Optional.of("before")));
            case ORDER_FAILED ->
                List.of(failed(onSunday, SUNDAY), failed(first, first.signal().expiresAt()));
            case ORDER_SUBMITTED ->
                List.of(new OrderSubmitted(sending().after().order(), "APX1", Signals.TIME.plusSeconds(2)));
            case ORDER_ACKNOWLEDGED ->
                List.of(new OrderAcknowledged(
                        sending()
                                .after()
                                .answered(new Answer.Accepted("2401"))
                                .after()
                                .order(),
                        "APX1",
                        "2401"));
            case TRADING_STATE_CHANGED ->
                List.of(
                        changed(Optional.empty(), Optional.empty()),
                        changed(Optional.of(first.broker()), Optional.empty()),
                        changed(Optional.empty(), Optional.of(first.signal().strategy())));
            case PNL_SNAPSHOT -> List.of(snapshot(Optional.of("101.5")), snapshot(Optional.empty()));
            case PING -> List.of();
        };
    }

    private static TradingStateChanged changed(Optional<Broker> broker, Optional<StrategyId> strategy) {
        return new TradingStateChanged(
                new TradingScope(broker, strategy), TradingState.HALTED, 3, "drill", "anna", Signals.TIME);
    }

    private Placement.Step sending() {
        return Placement.intended(Order.intended(OrderRequest.of(first)), "APX1")
                .send(Signals.TIME, Duration.ofSeconds(2), LocalDate.of(2026, 3, 6));
    }

    private static TickBatch batch(boolean last, Tick... ticks) {
        return new TickBatch(
                new StreamId("nse-1"),
                AssetClass.EQUITY,
                0,
                new BatchSequence(3, 42),
                Signals.TIME,
                last,
                List.of(ticks));
    }

    private static Tick tick(long ordinal, String price) {
        return new Tick(
                InstrumentId.of("NSE:M&M"),
                ordinal,
                Signals.TIME,
                Price.of(price),
                Quantity.of(ordinal * 100),
                ordinal);
    }

    private static List<Verdict> verdicts(Optional<DenialCode> denial) {
        var numbers = new TreeMap<String, String>();
        numbers.put("limit", "500");
        numbers.put("value", "1000");
        return List.of(
                new Verdict("expiry", Optional.empty(), new TreeMap<>()), new Verdict("order-value", denial, numbers));
    }

    private static OrderFilled filled(LaneSignal signal, long sequence, Optional<String> follows) {
        var result = PAPER.execute(
                Order.intended(OrderRequest.of(signal)), signal.signal().referenceTime());
        return new OrderFilled(result.order(), result.fill().orElseThrow(), sequence, follows);
    }

    private static PnlSnapshot snapshot(Optional<String> price) {
        var quote = price.map(each -> new Quote(Price.of(each), Signals.TIME, 12, false));
        var gain = quote.map(_ -> Money.of("15"));
        var mark = new Mark(InstrumentId.of("NSE:TCS"), SignedQuantity.of("10"), Money.of("1000"), quote, gain);
        return new PnlSnapshot(
                first().broker(),
                first().signal().strategy(),
                Reality.PAPER,
                Signals.TIME.plusSeconds(12),
                Signals.TIME.plusSeconds(12),
                1,
                List.of("INR"),
                Money.of("1000000"),
                Money.of("998999"),
                Money.ZERO,
                Money.of("1"),
                gain,
                gain.map(_ -> Money.of("1000014")),
                gain.isPresent() ? PnlSnapshot.Pricing.CURRENT : PnlSnapshot.Pricing.MISSING,
                1,
                quote,
                List.of(mark));
    }

    private static LaneSignal first() {
        return new Signals("paper", "momentum").next(Side.BUY, 10);
    }

    private static OrderFailed failed(LaneSignal signal, Instant marketAt) {
        return new OrderFailed(
                PAPER.execute(Order.intended(OrderRequest.of(signal)), marketAt).order());
    }
}
