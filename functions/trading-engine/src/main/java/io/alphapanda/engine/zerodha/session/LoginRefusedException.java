package io.alphapanda.engine.zerodha.session;

import java.time.Duration;

/// A login that is not accepted. The message is for the person who tried; an answer, no defect, hence no stack trace.
final class LoginRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    private LoginRefusedException(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    /// The HTTP status that goes with it.
    int status() {
        return status;
    }

    static LoginRefusedException notFinished() {
        return new LoginRefusedException(400, "The login was not finished at the broker. Begin again.");
    }

    static LoginRefusedException unreadable(String field) {
        return new LoginRefusedException(
                400, field + " is missing or can't be read; come here from the broker's page only. Begin again.");
    }

    static LoginRefusedException unknownState(Duration life) {
        return new LoginRefusedException(
                409,
                "This login was used already, was not begun here, or took longer than " + life.toMinutes()
                        + " minutes. If you have just logged in, all is well; otherwise begin again.");
    }

    static LoginRefusedException otherAccount(String begun, String here) {
        return new LoginRefusedException(
                409,
                "The login was begun for account " + begun + ", but the redirect URL of its app leads to " + here
                        + "; correct it at the Kite developer console. Begin again.");
    }

    static LoginRefusedException otherPerson(String userId, ZerodhaAccount account) {
        return new LoginRefusedException(
                403,
                userId + " logged in, but the account " + account.kite().name() + " is for "
                        + account.userId().orElseThrow() + " only (panda.brokers."
                        + account.kite().name() + ".connection.user-id). Log out at the broker, and begin again.");
    }
}
