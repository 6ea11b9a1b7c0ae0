package io.alphapanda.kite.failure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.alphapanda.kite.failure.Attempt.Answered;
import io.alphapanda.kite.failure.Attempt.Lost;
import io.alphapanda.kite.failure.Attempt.NeverSent;
import io.alphapanda.kite.json.KiteJson;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The README's table for reads, row by row.
class ReadsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            403 | TokenException      | Incorrect `api_key` or `access_token`. | KiteSessionException
            403 | PermissionException | Insufficient permission for that call. | KiteRefusedException
            403 | UserException       | Account is blocked.                    | KiteRefusedException
            403 | GeneralException    | Forbidden                              | KiteRefusedException
            400 | InputException      | Invalid `i`.                           | KiteRefusedException
            400 | OrderException      | Couldn't find that `order_id`.         | KiteRefusedException
            400 | InputException      | request timed out                      | KiteUnavailableException
            400 | BrandNewException   | No idea                                | KiteRefusedException
            404 | DataException       | Route not found                        | KiteRefusedException
            405 | GeneralException    | Method not allowed                     | KiteRefusedException
            410 | GeneralException    | Gone                                   | KiteRefusedException
            429 | NetworkException    | Too many requests                      | KiteUnavailableException
            429 | BrandNewException   | Too many requests                      | KiteUnavailableException
            500 | GeneralException    | Something went wrong                   | KiteUnavailableException
            500 | InputException      | Something went wrong                   | KiteUnavailableException
            500 | BrandNewException   | Something went wrong                   | KiteUnavailableException
            502 | DataException       | Bad answer of the OMS                  | KiteUnavailableException
            503 | NetworkException    | Couldn't connect to the OMS            | KiteUnavailableException
            504 | NetworkException    | Gateway timed out                      | KiteUnavailableException
            """)
    void anErrorSaysWhatToDo(int status, String type, String message, String kind) {
        var json = "{\"status\":\"error\",\"message\":\"%s\",\"error_type\":\"%s\"}".formatted(message, type);
        var failure = failure(new Answered(status, json.getBytes(UTF_8), ""));

        assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(failure).hasMessage("GET /orders: HTTP " + status + " " + type + ": " + message);
        assertThat(failure.getStackTrace()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | <html>                                   | KiteUnavailableException
            200 | {"status":"success","data":[1,           | KiteUnavailableException
            200 | {"hello":"world"}                        | KiteRefusedException
            200 | {"status":"success","data":null}         | KiteRefusedException
            200 | {"status":"success","data":"a text"}     | KiteRefusedException
            302 | <html>                                   | KiteRefusedException
            403 | <html>                                   | KiteRefusedException
            404 | <html>                                   | KiteRefusedException
            429 | <html>                                   | KiteUnavailableException
            502 | <html>                                   | KiteUnavailableException
            """)
    void anAnswerThatIsNone(int status, String body, String kind) {
        assertThat(failure(new Answered(status, body.getBytes(UTF_8), ""))
                        .getClass()
                        .getSimpleName())
                .isEqualTo(kind);
    }

    @Test
    void noAnswerIsTriedAgain() {
        assertThat(failure(new NeverSent("no connection")))
                .isInstanceOf(KiteUnavailableException.class)
                .hasMessage("GET /orders: not sent: no connection");
        assertThat(failure(new Lost("timed out")))
                .isInstanceOf(KiteUnavailableException.class)
                .hasMessage("GET /orders: no answer: timed out");
    }

    @Test
    void kiteSaysWhenToComeAgain() {
        var failure = (KiteUnavailableException) failure(new Answered(429, new byte[0], "2"));
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(2));
        var other = (KiteUnavailableException) failure(new Answered(429, new byte[0], "tomorrow"));
        assertThat(other.retryAfter()).isEmpty();
    }

    private static KiteException failure(Attempt attempt) {
        return catchThrowableOfType(
                KiteException.class,
                () -> Reads.value("GET /orders", attempt, Masking.NONE, KiteJson.listOf(Boolean.class)));
    }
}
