package io.alphapanda.engine.alpaca;

import java.util.regex.Pattern;

/// What an answer that is no success says: `{"code":40310000,"message":"insufficient buying power"}`.
///
/// @param status  HTTP status
/// @param code    Alpaca's; 0 if there is none, as where somebody on the way answered
/// @param message Alpaca's, without the keys; empty if there is none
record Problem(int status, int code, String message) {

    private static final Pattern NOT_AUTHORIZED =
            Pattern.compile("forbidden\\.?|request is not authorized.*", Pattern.CASE_INSENSITIVE);

    /// Codes begin with the status they belong to.
    private static final int FIRST_UNAUTHORIZED = 40_100_000;

    private static final int AFTER_UNAUTHORIZED = 40_200_000;

    static Problem of(Reply.Answered answer, Keys keys) {
        try {
            var row = Row.one(answer.body());
            var code = row.has("code") ? row.decimal("code").intValue() : 0;
            return new Problem(answer.status(), code, keys.masked(row.textOr("message", "")));
        } catch (Row.UnreadableException _) {
            return new Problem(answer.status(), 0, "");
        }
    }

    /// Whether Alpaca does not know the keys, or does not let them do anything.
    boolean keysRefused() {
        return status == 401
                || (status == 403
                        && ((code >= FIRST_UNAUTHORIZED && code < AFTER_UNAUTHORIZED)
                                || NOT_AUTHORIZED.matcher(message).matches()));
    }

    /// Whether it is Alpaca that says so, and why.
    boolean givesReason() {
        return code != 0 && !message.isBlank();
    }

    @Override
    public String toString() {
        return "HTTP " + status + (code == 0 ? "" : " " + code) + (message.isEmpty() ? "" : ": " + message);
    }
}
