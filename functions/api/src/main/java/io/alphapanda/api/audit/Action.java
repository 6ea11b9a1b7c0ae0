package io.alphapanda.api.audit;

/// What is written down.
public enum Action {
    LOGIN,
    LOGOUT,
    /// A refresh token came twice: somebody else has it.
    REFRESH_REPEATED,
    USER_CREATED,
    USER_CHANGED,
    PASSWORD_CHANGED,
    TRADING_STATE,
    ALERT_ACKNOWLEDGED,
    ALERT_RESOLVED,
    ALERT_TESTED
}
