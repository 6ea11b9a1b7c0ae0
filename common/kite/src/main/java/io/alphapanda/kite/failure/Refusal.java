package io.alphapanda.kite.failure;

/// A definite no to a write.
///
/// @param kind  what to do about it
/// @param error as Kite put it
public record Refusal(Kind kind, KiteError error) {

    /// Which no it is.
    public enum Kind {
        /// The access token is dead: stop sending, a person logs in.
        SESSION_DEAD,
        /// This key, user or address may not do that.
        NOT_PERMITTED,
        /// A delivery sell needs the holder's authorisation at the depository first (HTTP 428).
        DEPOSITORY_AUTHORISATION,
        /// Too many requests; it was dropped, not queued. It may be sent again later.
        RATE_LIMITED,
        /// Something in the request is wrong.
        INVALID,
        INSUFFICIENT_FUNDS,
        INSUFFICIENT_HOLDINGS
    }

    @Override
    public String toString() {
        return kind + " (" + error + ")";
    }
}
