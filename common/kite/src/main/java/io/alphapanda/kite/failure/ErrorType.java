package io.alphapanda.kite.failure;

/// Kite's `error_type`. Whatever is not on the list counts as [#GENERAL].
public enum ErrorType {
    TOKEN("TokenException"),
    USER("UserException"),
    ORDER("OrderException"),
    INPUT("InputException"),
    MARGIN("MarginException"),
    HOLDING("HoldingException"),
    NETWORK("NetworkException"),
    DATA("DataException"),
    PERMISSION("PermissionException"),
    GENERAL("GeneralException");

    private final String text;

    ErrorType(String text) {
        this.text = text;
    }

    public static ErrorType of(String text) {
        for (var each : values()) {
            if (each.text.equals(text)) {
                return each;
            }
        }
        // One official client spells it so.
        return text.equals("PermissionError") ? PERMISSION : GENERAL;
    }
}
