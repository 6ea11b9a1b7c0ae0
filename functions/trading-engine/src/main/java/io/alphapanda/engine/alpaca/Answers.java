package io.alphapanda.engine.alpaca;

import io.alphapanda.domain.order.FailureCode;
import io.alphapanda.domain.placement.Answer;
import io.alphapanda.domain.placement.CancelAnswer;
import java.util.Optional;
import java.util.regex.Pattern;

/// What Alpaca's answer to an order means here. The list of what did certainly not happen is short and closed:
///
/// | answer | is |
/// |---|---|
/// | the order with its id, under 2xx | accepted |
/// | 401; 403 for the keys | refused, `SESSION_INVALID` |
/// | 429 | refused, `RATE_LIMITED` |
/// | 403 or 422 with Alpaca's code and reason | refused |
/// | 422 that the order's id was used before | unclear: the order is there |
/// | all else | unclear |
final class Answers {

    private static final Pattern KNOWN_ID =
            Pattern.compile("client[ _-]?order[ _-]?id must be unique", Pattern.CASE_INSENSITIVE);

    private static final Pattern DOUBT =
            Pattern.compile("tim(ed|e) ?out|try again|internal|unavailable", Pattern.CASE_INSENSITIVE);

    private static final Pattern FUNDS = Pattern.compile("buying power|insufficient (balance|funds)");
    private static final Pattern HOLDINGS = Pattern.compile("insufficient qty|short");

    private Answers() {}

    /// @param tag as the order was sent with
    static Answer of(Reply reply, String tag, Keys keys) {
        return switch (reply) {
            case Reply.NeverSent(boolean tooLate, String why) ->
                new Answer.NotSent(tooLate ? FailureCode.SEND_TOO_LATE : FailureCode.BROKER_UNREACHABLE, why);
            case Reply.Lost(String why) -> new Answer.Unclear("no answer: " + why);
            case Reply.Answered answer when answer.status() / 100 == 2 -> accepted(answer, tag);
            case Reply.Answered answer -> declined(Problem.of(answer, keys));
        };
    }

    /// 204 when Alpaca is at it; 422 of an order that can't be cancelled any more, 404 of one it does not know.
    static CancelAnswer ofCancellation(Reply reply, Keys keys) {
        return switch (reply) {
            case Reply.NeverSent(boolean _, String why) -> new CancelAnswer.NotSent(why);
            case Reply.Lost(String why) -> new CancelAnswer.Unclear("no answer: " + why);
            case Reply.Answered answer when answer.status() / 100 == 2 -> new CancelAnswer.Taken();
            case Reply.Answered answer -> {
                var problem = Problem.of(answer, keys);
                yield answer.status() / 100 == 4
                        ? new CancelAnswer.Refused(problem.toString())
                        : new CancelAnswer.Unclear(problem.toString());
            }
        };
    }

    /// Alpaca's words, if it does not take the account's keys.
    static Optional<String> refusalOfKeys(Reply reply, Keys keys) {
        return reply instanceof Reply.Answered answer && answer.status() / 100 != 2
                ? Optional.of(Problem.of(answer, keys))
                        .filter(Problem::keysRefused)
                        .map(Problem::toString)
                : Optional.empty();
    }

    private static Answer accepted(Reply.Answered answer, String tag) {
        try {
            var row = Row.one(answer.body());
            return row.text("client_order_id").equals(tag)
                    ? new Answer.Accepted(row.text("id"))
                    : new Answer.Unclear("accepted under another client_order_id");
        } catch (Row.UnreadableException e) {
            return new Answer.Unclear("HTTP " + answer.status() + ", but " + e.getMessage());
        }
    }

    private static Answer declined(Problem problem) {
        return code(problem)
                .<Answer>map(code -> new Answer.Refused(code, problem.toString()))
                .orElseGet(() -> new Answer.Unclear(problem.toString()));
    }

    private static Optional<FailureCode> code(Problem problem) {
        if (problem.keysRefused()) {
            return Optional.of(FailureCode.SESSION_INVALID);
        }
        if (problem.status() == 429) {
            return Optional.of(FailureCode.RATE_LIMITED);
        }
        if (!problem.givesReason() || DOUBT.matcher(problem.message()).find()) {
            return Optional.empty();
        }
        return switch (problem.status()) {
            case 403 -> Optional.of(forbidden(problem.message()));
            case 422 ->
                KNOWN_ID.matcher(problem.message()).find() ? Optional.empty() : Optional.of(FailureCode.ORDER_REFUSED);
            default -> Optional.empty();
        };
    }

    private static FailureCode forbidden(String message) {
        if (FUNDS.matcher(message).find()) {
            return FailureCode.FUNDS_INSUFFICIENT;
        }
        return HOLDINGS.matcher(message).find() ? FailureCode.HOLDINGS_INSUFFICIENT : FailureCode.ORDER_REFUSED;
    }
}
