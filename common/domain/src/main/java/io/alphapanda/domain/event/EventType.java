package io.alphapanda.domain.event;

import java.util.Optional;

/// Every kind of event, with the CloudEvents `type` it travels under.
public enum EventType {
    TICK_BATCH("tick-batch", Scope.MARKET),
    SIGNAL_GENERATED("signal-generated", Scope.LANE),
    SIGNAL_VALIDATED("signal-validated", Scope.LANE),
    SIGNAL_REJECTED("signal-rejected", Scope.LANE),
    ORDER_SUBMITTED("order-submitted", Scope.LANE),
    ORDER_ACKNOWLEDGED("order-acknowledged", Scope.LANE),
    ORDER_FILLED("order-filled", Scope.LANE),
    ORDER_FAILED("order-failed", Scope.LANE),
    PNL_SNAPSHOT("pnl-snapshot", Scope.LANE),
    TRADING_STATE_CHANGED("trading-state-changed", Scope.CONTROL);

    /// Whose an event is.
    public enum Scope {
        /// Everybody's: shared market data.
        MARKET,
        /// One broker's; it names its broker and its correlation id.
        LANE,
        /// A command to the house.
        CONTROL
    }

    private static final String PREFIX = "io.alphapanda.";
    private static final String VERSION = ".v1";

    private final String type;
    private final Scope scope;

    EventType(String name, Scope scope) {
        this.type = PREFIX + name + VERSION;
        this.scope = scope;
    }

    /// The CloudEvents attribute, `io.alphapanda.<name>.v1`.
    public String type() {
        return type;
    }

    public Scope scope() {
        return scope;
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
