package io.alphapanda.kite.failure;

/// What sending a request came to, before anybody asks what it means.
///
/// ```
///   ──▶ waiting for a connection ──▶ written ──▶ answer
///         NeverSent                    Lost        Answered
/// ```
public sealed interface Attempt {

    /// Kite answered.
    ///
    /// @param status     HTTP status
    /// @param body       unpacked
    /// @param retryAfter header of that name, or empty
    record Answered(int status, byte[] body, String retryAfter) implements Attempt {

        /// Bodies hold tokens.
        @Override
        public String toString() {
            return "HTTP " + status + ", " + body.length + " bytes";
        }
    }

    /// Not a byte of the request has left.
    ///
    /// @param why the reason, without secrets
    record NeverSent(String why) implements Attempt {}

    /// The request may have left, and no complete answer came back.
    ///
    /// @param why the reason, without secrets
    record Lost(String why) implements Attempt {}
}
