package io.alphapanda.domain.event;

import io.alphapanda.domain.market.TickBatch;
import io.alphapanda.domain.signal.LaneSignal;
import java.util.Optional;

/// Every kind of event, with the CloudEvents `type` it travels under and the record that is its data.
public enum EventType {
    TICK_BATCH("tick-batch.v1", Scope.MARKET, TickBatch.class),
    SIGNAL_GENERATED("signal-generated.v1", Scope.LANE, LaneSignal.class),
    SIGNAL_VALIDATED("signal-validated.v1", Scope.LANE, SignalValidated.class),
    SIGNAL_REJECTED("signal-rejected.v1", Scope.LANE, SignalRejected.class),
    ORDER_SUBMITTED("order-submitted.v1", Scope.LANE, OrderSubmitted.class),
    ORDER_ACKNOWLEDGED("order-acknowledged.v1", Scope.LANE, OrderAcknowledged.class),
    ORDER_FILLED("order-filled.v1", Scope.LANE, OrderFilled.class),
    ORDER_FAILED("order-failed.v1", Scope.LANE, OrderFailed.class),
    PNL_SNAPSHOT("pnl-snapshot.v1", Scope.LANE, PnlSnapshot.class),
    TRADING_STATE_CHANGED("trading-state-changed.v1", Scope.CONTROL, TradingStateChanged.class),
    /// A PingSource's, not ours: it lies on no topic, its type is Knative's, and its data is a [Ping].
    PING("dev.knative.sources.ping", Scope.TIMER);

    /// Whose an event is.
    public enum Scope {
        /// Everybody's: shared market data.
        MARKET,
        /// One broker's; it names its broker and its correlation id.
        LANE,
        /// A command to the house.
        CONTROL,
        /// A timer's; its source says for which lane.
        TIMER
    }

    private static final String PREFIX = "io.alphapanda.";

    private final String type;
    private final Scope scope;
    private final Optional<Class<?>> payload;

    /// A name that is taken, for events nobody sends yet.
    EventType(String name, Scope scope) {
        this(name, scope, Optional.empty());
    }

    EventType(String name, Scope scope, Class<?> payload) {
        this(name, scope, Optional.of(payload));
    }

    EventType(String name, Scope scope, Optional<Class<?>> payload) {
        this.type = scope == Scope.TIMER ? name : PREFIX + name;
        this.scope = scope;
        this.payload = payload;
    }

    /// The CloudEvents attribute, `io.alphapanda.<name>.v<version>` for what this house sends. Data that a reader of
    /// today could not read, or would miss something in, is a new version: a constant beside this one.
    public String type() {
        return type;
    }

    public Scope scope() {
        return scope;
    }

    /// The record that is its data; empty for what nobody here sends.
    public Optional<Class<?>> payload() {
        return payload;
    }

    public static Optional<EventType> find(String type) {
        for (var each : values()) {
            if (each.type.equals(type)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
