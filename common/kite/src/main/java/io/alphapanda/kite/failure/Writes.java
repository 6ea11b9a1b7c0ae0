package io.alphapanda.kite.failure;

import com.fasterxml.jackson.databind.JsonNode;
import io.alphapanda.kite.failure.Attempt.Answered;
import io.alphapanda.kite.failure.Attempt.Lost;
import io.alphapanda.kite.failure.Attempt.NeverSent;
import io.alphapanda.kite.failure.Refusal.Kind;
import io.alphapanda.kite.failure.WriteOutcome.Accepted;
import io.alphapanda.kite.failure.WriteOutcome.NotSent;
import io.alphapanda.kite.failure.WriteOutcome.Refused;
import io.alphapanda.kite.failure.WriteOutcome.Unknown;
import io.alphapanda.kite.json.Shape;
import io.alphapanda.kite.json.UnreadableException;
import java.util.Optional;

/// What the result of a write means. The list of what certainly did *not* happen is short and closed; everything else
/// is unknown. The table is in the room's README.
public final class Writes {

    private Writes() {}

    /// @param shape what the `data` of an acceptance looks like
    public static <T> WriteOutcome<T> outcome(Attempt attempt, Masking masking, Shape<T> shape) {
        return switch (attempt) {
            case NeverSent(var why) -> new NotSent<>(why);
            case Lost(var why) -> new Unknown<>("no answer: " + why);
            case Answered answer -> ofAnswer(answer, masking, shape);
        };
    }

    /// What an error inside an accepted answer means, as slices of a split order carry them.
    ///
    /// @param error `{"code":…,"error_type":…,"message":…}`
    public static <T> WriteOutcome<T> ofPart(JsonNode error, Masking masking) {
        return ofError(Envelope.error(error.path("code").asInt(0), error, masking, Optional.empty()));
    }

    private static <T> WriteOutcome<T> ofAnswer(Answered answer, Masking masking, Shape<T> shape) {
        return switch (Envelope.of(answer, masking)) {
            case Envelope.Failure(var error) -> ofError(error);
            case Envelope.Unreadable(var error, var broken) ->
                byStatusAlone(error)
                        .<WriteOutcome<T>>map(Refused::new)
                        .orElseGet(() -> new Unknown<>(error + (broken ? " (no JSON)" : "")));
            case Envelope.Success(var data) -> accepted(answer, data, shape);
        };
    }

    private static <T> WriteOutcome<T> accepted(Answered answer, JsonNode data, Shape<T> shape) {
        try {
            return new Accepted<>(shape.of(data));
        } catch (UnreadableException e) {
            return new Unknown<>("HTTP " + answer.status() + ", but " + e.getMessage());
        }
    }

    private static <T> WriteOutcome<T> ofError(KiteError error) {
        return refusal(error).<WriteOutcome<T>>map(Refused::new).orElseGet(() -> new Unknown<>(error.toString()));
    }

    private static Optional<Refusal> refusal(KiteError error) {
        if (error.status() / 100 != 4 || Doubt.in(error.message())) {
            return Optional.empty();
        }
        return byStatusAlone(error).or(() -> byType(error).map(kind -> new Refusal(kind, error)));
    }

    /// Two statuses nobody on the way gives for an order that went through, whatever the body says.
    private static Optional<Refusal> byStatusAlone(KiteError error) {
        return switch (error.status()) {
            case 428 -> Optional.of(new Refusal(Kind.DEPOSITORY_AUTHORISATION, error));
            case 429 -> Optional.of(new Refusal(Kind.RATE_LIMITED, error));
            default -> Optional.empty();
        };
    }

    private static Optional<Kind> byType(KiteError error) {
        return switch (error.type()) {
            case TOKEN -> Optional.of(Kind.SESSION_DEAD);
            case PERMISSION -> Optional.of(Kind.NOT_PERMITTED);
            case USER -> error.status() == 403 ? Optional.of(Kind.NOT_PERMITTED) : Optional.empty();
            case INPUT -> definite(error, Kind.INVALID);
            case MARGIN -> definite(error, Kind.INSUFFICIENT_FUNDS);
            case HOLDING -> definite(error, Kind.INSUFFICIENT_HOLDINGS);
            // "Placement failure, corrupt fetch", "can't reach", "bad answer": none of them says it was not placed.
            case ORDER, NETWORK, DATA, GENERAL -> Optional.empty();
        };
    }

    /// Only a refusal that gives its reason is one.
    private static Optional<Kind> definite(KiteError error, Kind kind) {
        return error.message().isBlank() ? Optional.empty() : Optional.of(kind);
    }
}
