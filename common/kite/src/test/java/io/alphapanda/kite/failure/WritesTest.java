package io.alphapanda.kite.failure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.kite.Secret;
import io.alphapanda.kite.failure.Attempt.Answered;
import io.alphapanda.kite.failure.Attempt.Lost;
import io.alphapanda.kite.failure.Attempt.NeverSent;
import io.alphapanda.kite.failure.WriteOutcome.Accepted;
import io.alphapanda.kite.failure.WriteOutcome.NotSent;
import io.alphapanda.kite.failure.WriteOutcome.Refused;
import io.alphapanda.kite.failure.WriteOutcome.Unknown;
import io.alphapanda.kite.order.Placed;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The README's table for writes, row by row.
class WritesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | InputException      | Invalid `quantity`.                          | INVALID
            400 | InputException      | Market orders without market protection are not allowed via API. Please set market protection or use a Limit order. | INVALID
            400 | MarginException     | Insufficient funds. Required margin is 95417.84 but available margin is 74251.80. Check the orderbook for open orders. | INSUFFICIENT_FUNDS
            400 | HoldingException    | Insufficient holding quantity.               | INSUFFICIENT_HOLDINGS
            403 | TokenException      | Incorrect `api_key` or `access_token`.       | SESSION_DEAD
            400 | TokenException      | Token is invalid or has expired.             | SESSION_DEAD
            403 | PermissionException | Insufficient permission for that call.       | NOT_PERMITTED
            403 | PermissionError     | Insufficient permission for that call.       | NOT_PERMITTED
            403 | UserException       | Account is blocked.                          | NOT_PERMITTED
            428 | HoldingException    | 10 quantity needs authorisation at depository| DEPOSITORY_AUTHORISATION
            428 | SomethingNew        | whatever                                     | DEPOSITORY_AUTHORISATION
            429 | NetworkException    | Too many requests                            | RATE_LIMITED
            429 | SomethingNew        | whatever                                     | RATE_LIMITED
            """)
    void certainlyNotDone(int status, String type, String message, Refusal.Kind kind) {
        var outcome = outcome(error(status, type, message));

        assertThat(outcome).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.refusal().kind()).isEqualTo(kind);
            assertThat(refused.refusal().error().message()).isEqualTo(message);
            assertThat(refused.refusal().error().status()).isEqualTo(status);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | OrderException      | Order request timed out. Please check the order book and confirm before placing again.
            400 | InputException      | Order request timed out. Please check the order book and confirm before placing again.
            400 | MarginException     | request TIMED OUT
            400 | InputException      | gateway timeout
            429 | NetworkException    | request timed out, please check the orderbook and confirm
            400 | InputException      | ''
            400 | OrderException      | Order placement failed
            400 | NetworkException    | Couldn't connect to the OMS
            400 | DataException       | Unexpected response from the OMS
            400 | GeneralException    | Something went wrong
            400 | BrandNewException   | No idea
            400 | ''                  | No idea
            401 | UserException       | Who are you
            403 | GeneralException    | Forbidden
            404 | DataException       | Route not found
            405 | GeneralException    | Method not allowed
            410 | GeneralException    | Gone
            500 | OrderException      | Order placement failed
            500 | InputException      | Invalid `quantity`.
            500 | GeneralException    | Something went wrong
            502 | DataException       | Bad gateway
            503 | NetworkException    | Couldn't connect to the OMS
            504 | NetworkException    | Gateway timed out
            504 | TokenException      | Token is invalid
            200 | InputException      | An error in a success
            302 | InputException      | An error on the way
            """)
    void toBeLookedUp(int status, String type, String message) {
        assertThat(outcome(error(status, type, message)))
                .isInstanceOfSatisfying(
                        Unknown.class, unknown -> assertThat(unknown.why()).contains("HTTP " + status));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>Bad gateway</html>",
                "{\"status\":\"success\",\"data\":{\"order_",
                "[]",
                "null",
                "{}",
                "{\"status\":\"success\"}",
                "{\"status\":\"success\",\"data\":null}",
                "{\"status\":\"success\",\"data\":true}",
                "{\"status\":\"success\",\"data\":{}}",
                "{\"status\":\"success\",\"data\":[]}",
                "{\"status\":\"success\",\"data\":{\"order_id\":null}}",
                "{\"status\":\"success\",\"data\":{\"order_id\":\"\"}}",
                "{\"status\":\"success\",\"data\":{\"order_id\":\"../1\"}}",
                "{\"data\":{\"order_id\":\"1\"}}"
            })
    void anAnswerThatIsNoneIsToBeLookedUp(String body) {
        assertThat(outcome(new Answered(200, body.getBytes(UTF_8), ""))).isInstanceOf(Unknown.class);
        assertThat(outcome(new Answered(400, body.getBytes(UTF_8), ""))).isInstanceOf(Unknown.class);
        assertThat(outcome(new Answered(403, body.getBytes(UTF_8), ""))).isInstanceOf(Unknown.class);
        assertThat(outcome(new Answered(503, body.getBytes(UTF_8), ""))).isInstanceOf(Unknown.class);
    }

    @Test
    void twoStatusesNeedNoReadableBody() {
        assertThat(outcome(new Answered(429, "<html>".getBytes(UTF_8), "3")))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.refusal().kind()).isEqualTo(Refusal.Kind.RATE_LIMITED);
                    assertThat(refused.refusal().error().retryAfter()).contains(Duration.ofSeconds(3));
                });
        assertThat(outcome(new Answered(428, new byte[0], "")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal().kind())
                                .isEqualTo(Refusal.Kind.DEPOSITORY_AUTHORISATION));
    }

    @Test
    void whatNeverLeftWasNotSentAndWhatMayHaveLeftIsUnknown() {
        assertThat(outcome(new NeverSent("no connection"))).isEqualTo(new NotSent<>("no connection"));
        assertThat(outcome(new Lost("timed out"))).isEqualTo(new Unknown<>("no answer: timed out"));
    }

    @Test
    void aSuccessUnderAnOddStatusIsToBeLookedUp() {
        var body = "{\"status\":\"success\",\"data\":{\"order_id\":\"1\"}}".getBytes(UTF_8);

        assertThat(outcome(new Answered(200, body, ""))).isInstanceOf(Accepted.class);
        assertThat(outcome(new Answered(400, body, ""))).isInstanceOf(Unknown.class);
        assertThat(outcome(new Answered(500, body, ""))).isInstanceOf(Unknown.class);
    }

    @Test
    void whatKiteRepeatsOfASecretIsMaskedAndCutOff() {
        var masking = new Masking(List.of(Secret.of("t0ken/1")));
        var message = "Invalid token t0ken/1 or t0ken%2F1\nin " + "x".repeat(1000);

        var outcome = Writes.outcome(error(400, "InputException", message), masking, Placed.shape(masking));

        assertThat(outcome.toString()).doesNotContain("t0ken").contains("Invalid token *** or *** in xxx");
        assertThat(outcome.toString().length()).isLessThan(700);
    }

    private static WriteOutcome<Placed> outcome(Attempt attempt) {
        return Writes.outcome(attempt, Masking.NONE, Placed.shape(Masking.NONE));
    }

    private static Answered error(int status, String type, String message) {
        var json = "{\"status\":\"error\",\"message\":\"%s\",\"error_type\":\"%s\",\"data\":null}"
                .formatted(message.replace("\n", "\\n"), type);
        return new Answered(status, json.getBytes(UTF_8), "");
    }
}
