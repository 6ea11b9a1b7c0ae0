package io.alphapanda.engine.zerodha;

import io.alphapanda.domain.order.FailureCode;
import io.alphapanda.domain.placement.Answer;
import io.alphapanda.domain.placement.CancelAnswer;
import io.alphapanda.kite.failure.Refusal;
import io.alphapanda.kite.failure.WriteOutcome;
import io.alphapanda.kite.order.BrokerOrderId;
import io.alphapanda.kite.order.Placed;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// What Kite's answer to an order means here.
final class Answers {

    /// How Kite words the refusal of an address is not documented; its other refusals don't speak of one.
    private static final Pattern ADDRESS = Pattern.compile("\\bIPs?\\b|ip address", Pattern.CASE_INSENSITIVE);

    private Answers() {}

    /// @param now    after the answer
    /// @param sendBy as the order was sent with
    static Answer of(WriteOutcome<Placed> outcome, Instant now, Instant sendBy) {
        return switch (outcome) {
            case WriteOutcome.Accepted<Placed>(Placed placed) -> accepted(placed);
            case WriteOutcome.NotSent<Placed>(String why) ->
                new Answer.NotSent(
                        now.isBefore(sendBy) ? FailureCode.BROKER_UNREACHABLE : FailureCode.SEND_TOO_LATE, why);
            case WriteOutcome.Refused<Placed>(Refusal refusal) ->
                new Answer.Refused(code(refusal), refusal.error().toString());
            case WriteOutcome.Unknown<Placed>(String why) -> new Answer.Unclear(why);
        };
    }

    /// Orders are not split, so an answer without an id of the whole is none we understand.
    private static Answer accepted(Placed placed) {
        return placed.orderId()
                .map(BrokerOrderId::value)
                .<Answer>map(Answer.Accepted::new)
                .orElseGet(() -> new Answer.Unclear("accepted without an order id"));
    }

    /// A cancellation of what has ended is refused in more than one of Kite's words, some of which count as unknown:
    /// the book tells.
    static CancelAnswer ofCancellation(WriteOutcome<BrokerOrderId> outcome) {
        return switch (outcome) {
            case WriteOutcome.Accepted<BrokerOrderId> _ -> new CancelAnswer.Taken();
            case WriteOutcome.NotSent<BrokerOrderId>(String why) -> new CancelAnswer.NotSent(why);
            case WriteOutcome.Refused<BrokerOrderId>(Refusal refusal) ->
                new CancelAnswer.Refused(refusal.error().toString());
            case WriteOutcome.Unknown<BrokerOrderId>(String why) -> new CancelAnswer.Unclear(why);
        };
    }

    /// Kite's words, if it says that nobody is logged in any more.
    static Optional<String> endsSession(WriteOutcome<?> outcome) {
        return outcome instanceof WriteOutcome.Refused<?>(Refusal refusal)
                        && refusal.kind() == Refusal.Kind.SESSION_DEAD
                ? Optional.of(refusal.error().toString())
                : Optional.empty();
    }

    private static FailureCode code(Refusal refusal) {
        return switch (refusal.kind()) {
            case SESSION_DEAD -> FailureCode.SESSION_INVALID;
            case NOT_PERMITTED ->
                ADDRESS.matcher(refusal.error().toString()).find()
                        ? FailureCode.EGRESS_UNREGISTERED
                        : FailureCode.ORDER_REFUSED;
            case DEPOSITORY_AUTHORISATION -> FailureCode.AUTHORISATION_MISSING;
            case RATE_LIMITED -> FailureCode.RATE_LIMITED;
            case INVALID -> FailureCode.ORDER_REFUSED;
            case INSUFFICIENT_FUNDS -> FailureCode.FUNDS_INSUFFICIENT;
            case INSUFFICIENT_HOLDINGS -> FailureCode.HOLDINGS_INSUFFICIENT;
        };
    }
}
