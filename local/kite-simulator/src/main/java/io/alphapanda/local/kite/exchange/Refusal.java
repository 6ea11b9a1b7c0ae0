package io.alphapanda.local.kite.exchange;

/// Why a request is refused.
///
/// @param status HTTP status of the answer
/// @param form   refused by the broker's own checks, or a row in the book that is rejected there
public record Refusal(ErrorType type, int status, String message, Form form) {
    /// How the refusal of an order shows.
    public enum Form {
        /// HTTP 4xx and no row in the book.
        PRE_CHECK,
        /// HTTP 200 with an order id; the row then says REJECTED.
        REJECTED_ROW
    }

    public static Refusal preCheck(ErrorType type, String message) {
        return new Refusal(type, type.status(), message, Form.PRE_CHECK);
    }

    static Refusal row(ErrorType type, String message) {
        return new Refusal(type, type.status(), message, Form.REJECTED_ROW);
    }

    Refusal as(Form other) {
        return new Refusal(type, status, message, other);
    }
}
