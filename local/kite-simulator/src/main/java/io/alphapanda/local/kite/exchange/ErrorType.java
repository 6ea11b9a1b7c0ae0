package io.alphapanda.local.kite.exchange;

/// `error_type` and the HTTP status it usually comes with.
public enum ErrorType {
    TOKEN("TokenException", 403),
    USER("UserException", 403),
    ORDER("OrderException", 400),
    INPUT("InputException", 400),
    MARGIN("MarginException", 400),
    HOLDING("HoldingException", 400),
    NETWORK("NetworkException", 503),
    DATA("DataException", 502),
    GENERAL("GeneralException", 500),
    PERMISSION("PermissionException", 403);

    private final String text;
    private final int status;

    ErrorType(String text, int status) {
        this.text = text;
        this.status = status;
    }

    /// As on the wire.
    public String text() {
        return text;
    }

    public int status() {
        return status;
    }
}
