package io.alphapanda.kite.failure;

import io.alphapanda.kite.failure.Attempt.Answered;
import io.alphapanda.kite.failure.Attempt.Lost;
import io.alphapanda.kite.failure.Attempt.NeverSent;
import io.alphapanda.kite.json.Shape;
import io.alphapanda.kite.json.UnreadableException;
import java.util.Optional;
import java.util.function.Supplier;

/// What the result of a read means. A read changes nothing, so every doubt is "try again"; only what would fail again
/// for sure is not.
public final class Reads {

    private Reads() {}

    /// @param what    names the request in messages: `GET /orders`
    /// @param shape   what its `data` looks like
    /// @throws KiteException if there is no answer, or it says no, or it is not of that shape
    public static <T> T value(String what, Attempt attempt, Masking masking, Shape<T> shape) {
        var answer = answered(what, attempt);
        return switch (Envelope.of(answer, masking)) {
            case Envelope.Success(var data) -> read(what, answer, () -> shape.of(data));
            case Envelope.Failure(var error) -> throw failure(what, error);
            case Envelope.Unreadable(var error, var broken) -> throw unreadable(what, error, broken);
        };
    }

    /// The answer to a read that is not in the envelope (a file), once its status is 2xx.
    ///
    /// @throws KiteException if there is no answer or it says no
    public static byte[] bytes(String what, Attempt attempt, Masking masking) {
        var answer = answered(what, attempt);
        if (answer.status() / 100 == 2) {
            return answer.body();
        }
        throw switch (Envelope.of(answer, masking)) {
            case Envelope.Failure(var error) -> failure(what, error);
            case Envelope.Unreadable(var error, var broken) -> unreadable(what, error, broken);
            case Envelope.Success _ -> refused(what, "HTTP " + answer.status() + " with a success in it");
        };
    }

    /// An answer that could not be read to its end or not as what it should be.
    public static KiteException unreadable(String what, UnreadableException e) {
        return e.isBroken()
                ? new KiteUnavailableException(what + ": " + e.getMessage(), Optional.empty())
                : refused(what, e.getMessage());
    }

    private static Answered answered(String what, Attempt attempt) {
        return switch (attempt) {
            case Answered answer -> answer;
            case NeverSent(var why) ->
                throw new KiteUnavailableException(what + ": not sent: " + why, Optional.empty());
            case Lost(var why) -> throw new KiteUnavailableException(what + ": no answer: " + why, Optional.empty());
        };
    }

    private static <T> T read(String what, Answered answer, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (UnreadableException e) {
            throw refused(what, "HTTP " + answer.status() + ", but " + e.getMessage());
        }
    }

    static KiteException failure(String what, KiteError error) {
        if (error.status() == 429) {
            return unavailable(what, error);
        }
        return switch (error.type()) {
            case TOKEN -> new KiteSessionException(what + ": " + error);
            case PERMISSION, USER -> refused(what, error.toString());
            case NETWORK, DATA -> error.status() == 404 ? refused(what, error.toString()) : unavailable(what, error);
            case INPUT, MARGIN, HOLDING, ORDER, GENERAL ->
                error.status() >= 500 || Doubt.in(error.message())
                        ? unavailable(what, error)
                        : refused(what, error.toString());
        };
    }

    private static KiteException unreadable(String what, KiteError error, boolean broken) {
        if (error.status() == 429 || error.status() >= 500 || (broken && error.status() / 100 == 2)) {
            return unavailable(what, error);
        }
        return refused(what, error.toString());
    }

    private static KiteException unavailable(String what, KiteError error) {
        return new KiteUnavailableException(what + ": " + error, error.retryAfter());
    }

    private static KiteException refused(String what, String why) {
        return new KiteRefusedException(what + ": " + why);
    }
}
