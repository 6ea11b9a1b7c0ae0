package io.alphapanda.local.kite.fault;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.alphapanda.local.kite.exchange.ErrorType;
import io.alphapanda.local.kite.exchange.Refusal;
import java.time.Duration;
import java.util.Set;

/// One thing that goes wrong.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fault")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Fault.HangBefore.class, name = "hang-before"),
    @JsonSubTypes.Type(value = Fault.DropBefore.class, name = "drop-before"),
    @JsonSubTypes.Type(value = Fault.AnswerBefore.class, name = "answer-before"),
    @JsonSubTypes.Type(value = Fault.AcceptThenHang.class, name = "accept-then-hang"),
    @JsonSubTypes.Type(value = Fault.AcceptThenDrop.class, name = "accept-then-drop"),
    @JsonSubTypes.Type(value = Fault.AcceptThenAnswer.class, name = "accept-then-answer"),
    @JsonSubTypes.Type(value = Fault.SlowAnswer.class, name = "slow-answer"),
    @JsonSubTypes.Type(value = Fault.TimedOutButPlaced.class, name = "timed-out-but-placed"),
    @JsonSubTypes.Type(value = Fault.AppearLate.class, name = "appear-late"),
    @JsonSubTypes.Type(value = Fault.RejectInBook.class, name = "reject-in-book"),
    @JsonSubTypes.Type(value = Fault.RefuseBeforeBook.class, name = "refuse-before-book"),
    @JsonSubTypes.Type(value = Fault.RefusalsAs.class, name = "refusals-as"),
    @JsonSubTypes.Type(value = Fault.FillAtMost.class, name = "fill-at-most"),
    @JsonSubTypes.Type(value = Fault.FillBeforeReply.class, name = "fill-before-reply"),
    @JsonSubTypes.Type(value = Fault.FillBeyond.class, name = "fill-beyond"),
    @JsonSubTypes.Type(value = Fault.FillBeforeCancel.class, name = "fill-before-cancel"),
    @JsonSubTypes.Type(value = Fault.ShowStatus.class, name = "show-status"),
    @JsonSubTypes.Type(value = Fault.AutosliceAnswer.class, name = "autoslice-answer"),
    @JsonSubTypes.Type(value = Fault.TooManyRequests.class, name = "too-many-requests"),
    @JsonSubTypes.Type(value = Fault.KillToken.class, name = "kill-token"),
    @JsonSubTypes.Type(value = Fault.RefuseAddress.class, name = "refuse-address"),
    @JsonSubTypes.Type(value = Fault.LeaveOutQuotes.class, name = "leave-out-quotes"),
    @JsonSubTypes.Type(value = Fault.DropUpdate.class, name = "drop-update"),
    @JsonSubTypes.Type(value = Fault.RepeatUpdate.class, name = "repeat-update"),
    @JsonSubTypes.Type(value = Fault.DelayUpdate.class, name = "delay-update"),
    @JsonSubTypes.Type(value = Fault.HoldUpdate.class, name = "hold-update"),
    @JsonSubTypes.Type(value = Fault.RefuseTicker.class, name = "refuse-ticker"),
    @JsonSubTypes.Type(value = Fault.MuteTicker.class, name = "mute-ticker"),
    @JsonSubTypes.Type(value = Fault.HeartbeatsOnly.class, name = "heartbeats-only"),
    @JsonSubTypes.Type(value = Fault.UnknownPacket.class, name = "unknown-packet")
})
public sealed interface Fault {
    /// Where it can strike, unless it is armed for certain endpoints.
    Set<Endpoint> strikes();

    /// Strikes on any call.
    sealed interface OnCalls extends Fault {
        @Override
        default Set<Endpoint> strikes() {
            return Endpoint.CALLS;
        }
    }

    /// Strikes on placing, modifying and cancelling.
    sealed interface OnWrites extends Fault {
        @Override
        default Set<Endpoint> strikes() {
            return Endpoint.WRITES;
        }
    }

    /// Strikes on placing.
    sealed interface OnNewOrders extends Fault {
        @Override
        default Set<Endpoint> strikes() {
            return Set.of(Endpoint.PLACE_ORDER);
        }
    }

    /// Strikes on order updates, both ways.
    sealed interface OnUpdates extends Fault {
        @Override
        default Set<Endpoint> strikes() {
            return Endpoint.UPDATES;
        }
    }

    /// Strikes on the ticker's upgrade.
    sealed interface OnTicker extends Fault {
        @Override
        default Set<Endpoint> strikes() {
            return Set.of(Endpoint.TICKER);
        }
    }

    // Calls, before anything has happened.

    /// The request is never answered and changed nothing.
    record HangBefore() implements OnCalls {}

    /// The connection ends; the request changed nothing.
    record DropBefore() implements OnCalls {}

    /// An error is answered; the request changed nothing.
    record AnswerBefore(int status, ErrorType type, String message) implements OnCalls {
        public AnswerBefore {
            Checks.errorStatus(status);
        }

        /// 503 NetworkException.
        public static AnswerBefore unavailable() {
            return new AnswerBefore(503, ErrorType.NETWORK, "The order management system is not reachable.");
        }
    }

    /// 429.
    record TooManyRequests() implements OnCalls {}

    /// The access token of the request dies with it, as after a master logout: 403 now and ever after.
    record KillToken() implements OnCalls {}

    /// The address is not registered: 403 on placing, modifying, cancelling. What the real one answers is undocumented.
    record RefuseAddress() implements OnWrites {}

    // Calls, after they have taken effect.

    /// It took effect and is never answered.
    record AcceptThenHang() implements OnWrites {}

    /// It took effect and the connection ends.
    record AcceptThenDrop() implements OnWrites {}

    /// It took effect and an error is answered.
    ///
    /// @param status 503 or 504, for example
    record AcceptThenAnswer(int status) implements OnWrites {
        public AcceptThenAnswer {
            Checks.errorStatus(status);
        }
    }

    /// It takes effect at once and is answered late.
    record SlowAnswer(Duration delay) implements OnCalls {
        public SlowAnswer {
            Checks.delay(delay);
        }
    }

    // New orders.

    /// 400 "Order request timed out", and the order is placed that much later.
    record TimedOutButPlaced(Duration later) implements OnNewOrders {
        public TimedOutButPlaced {
            Checks.delay(later);
        }
    }

    /// Accepted, but the order book does not show it for so long.
    record AppearLate(Duration hidden) implements OnNewOrders {
        public AppearLate {
            Checks.delay(hidden);
        }
    }

    /// Answered with an order id; the row says REJECTED.
    record RejectInBook(String reason) implements OnNewOrders {}

    /// Refused with an error and no row.
    record RefuseBeforeBook(ErrorType type, String message) implements OnNewOrders {}

    /// Whatever the rules refuse shows in this form instead of its own.
    record RefusalsAs(Refusal.Form form) implements OnNewOrders {}

    /// A tick fills no more than this of the order, from its first fill to its last.
    record FillAtMost(long quantity) implements OnNewOrders {
        public FillAtMost {
            Checks.positive("quantity", quantity);
        }
    }

    /// Complete, with its updates sent, before the call that places it is answered.
    record FillBeforeReply() implements OnNewOrders {}

    /// So many are executed on top of what was asked, that long after the order was complete.
    record FillBeyond(long quantity, Duration after) implements OnNewOrders {
        public FillBeyond {
            Checks.positive("quantity", quantity);
            if (after.isNegative()) {
                throw new IllegalArgumentException("after must not be negative but is " + after);
            }
        }
    }

    /// The book says this until the order is over.
    record ShowStatus(String status) implements OnNewOrders {}

    /// How an autosliced order is answered.
    ///
    /// @param failedSlices how many slices at the end are refused
    record AutosliceAnswer(Shape shape, int failedSlices) implements OnNewOrders {
        /// The two documented ones.
        public enum Shape {
            /// `{"order_id": ..., "children": [...]}`; the ordinary one.
            CHILDREN,
            /// `[{"order_id": ...}, ...]`
            FLAT
        }
    }

    // Cancellations.

    /// So many fill while the cancellation is on its way; it is answered as if nothing was.
    record FillBeforeCancel(long quantity) implements Fault {
        public FillBeforeCancel {
            Checks.positive("quantity", quantity);
        }

        @Override
        public Set<Endpoint> strikes() {
            return Set.of(Endpoint.CANCEL_ORDER);
        }
    }

    // Quotes.

    /// The first so many instruments asked for are not in the answer.
    record LeaveOutQuotes(int count) implements Fault {
        public LeaveOutQuotes {
            Checks.positive("count", count);
        }

        @Override
        public Set<Endpoint> strikes() {
            return Endpoint.QUOTES;
        }
    }

    // Order updates, on the ticker and to the postback URL.

    /// Never sent.
    record DropUpdate() implements OnUpdates {}

    /// Sent that many times more.
    record RepeatUpdate(int times) implements OnUpdates {
        public RepeatUpdate {
            Checks.positive("times", times);
        }
    }

    /// Sent later.
    record DelayUpdate(Duration delay) implements OnUpdates {
        public DelayUpdate {
            Checks.delay(delay);
        }
    }

    /// Sent right after the next one that is sent on the same way for the same account.
    record HoldUpdate() implements OnUpdates {}

    // The ticker.

    /// 403 instead of the upgrade.
    record RefuseTicker() implements OnTicker {}

    /// Connected, and nothing comes: no price, no heartbeat. Decided when it connects, for as long as it lives.
    record MuteTicker() implements OnTicker {}

    /// Connected, and only heartbeats come. Decided when it connects, for as long as it lives.
    record HeartbeatsOnly() implements OnTicker {}

    /// A packet of a length that means nothing leads the frame.
    ///
    /// @param length bytes
    record UnknownPacket(int length) implements Fault {
        public UnknownPacket {
            Checks.positive("length", length);
        }

        @Override
        public Set<Endpoint> strikes() {
            return Set.of(Endpoint.TICKER_FRAME);
        }
    }
}
