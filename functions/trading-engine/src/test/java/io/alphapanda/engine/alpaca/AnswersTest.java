package io.alphapanda.engine.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.order.FailureCode;
import io.alphapanda.domain.placement.Answer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The closed list of what certainly did not happen.
class AnswersTest {

    private static final Keys KEYS = new Keys("PKID", "secretKey");

    private static Answer answered(int status, String body) {
        return Answers.of(new Reply.Answered(status, body.getBytes(StandardCharsets.UTF_8)), "ap-1", KEYS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | ''                                                            | SESSION_INVALID",
                "401 | {\"code\":40110000,\"message\":\"request is not authorized\"} | SESSION_INVALID",
                "403 | {\"message\":\"forbidden.\"}                                  | SESSION_INVALID",
                "403 | {\"code\":40110000,\"message\":\"access key verification\"}   | SESSION_INVALID",
                "403 | {\"code\":40310000,\"message\":\"insufficient buying power\"} | FUNDS_INSUFFICIENT",
                "403 | {\"code\":40310000,\"message\":\"insufficient qty available\"}| HOLDINGS_INSUFFICIENT",
                "403 | {\"code\":40310000,\"message\":\"account is not allowed to short\"}| HOLDINGS_INSUFFICIENT",
                "403 | {\"code\":40310000,\"message\":\"potential wash trade\"}      | ORDER_REFUSED",
                "422 | {\"code\":42210000,\"message\":\"asset NONE not found\"}      | ORDER_REFUSED",
                "429 | <html>slow down</html>                                        | RATE_LIMITED",
            })
    void isRefusedWhenAlpacaSaysSo(int status, String body, FailureCode code) {
        assertThat(answered(status, body))
                .isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(refused.code())
                        .isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"id\":\"x\",\"client_order_id\":\"ap-2\"}",
                "200 | {\"client_order_id\":\"ap-1\"}",
                "200 | []",
                "200 | ''",
                "302 | ''",
                "400 | {\"code\":40010000,\"message\":\"request body format is invalid\"}",
                "403 | ''",
                "403 | <html>not here</html>",
                "403 | {\"message\":\"blocked\"}",
                "404 | {\"code\":40410000,\"message\":\"endpoint not found\"}",
                "408 | {\"code\":40810000,\"message\":\"request timeout\"}",
                "422 | {\"message\":\"no code\"}",
                "422 | {\"code\":40010001,\"message\":\"client_order_id must be unique\"}",
                "422 | {\"code\":42210000,\"message\":\"request timed out, try again\"}",
                "500 | {\"code\":50010000,\"message\":\"internal server error occurred\"}",
                "503 | {\"code\":40310000,\"message\":\"insufficient buying power\"}",
                "504 | ''",
            })
    void isUnclearOtherwise(int status, String body) {
        assertThat(answered(status, body)).isInstanceOf(Answer.Unclear.class);
    }

    @Test
    void isAcceptedWithAnIdUnderOurTag() {
        assertThat(answered(200, "{\"id\":\"x\",\"client_order_id\":\"ap-1\",\"status\":\"accepted\"}"))
                .isEqualTo(new Answer.Accepted("x"));
    }

    @Test
    void whatNeverLeftIsNotSentAndWhatMayHaveIsUnclear() {
        assertThat(Answers.of(new Reply.NeverSent(true, "too late to send"), "ap-1", KEYS))
                .isEqualTo(new Answer.NotSent(FailureCode.SEND_TOO_LATE, "too late to send"));
        assertThat(Answers.of(new Reply.NeverSent(false, "no connection"), "ap-1", KEYS))
                .isEqualTo(new Answer.NotSent(FailureCode.BROKER_UNREACHABLE, "no connection"));
        assertThat(Answers.of(new Reply.Lost("timed out"), "ap-1", KEYS))
                .isEqualTo(new Answer.Unclear("no answer: timed out"));
    }
}
