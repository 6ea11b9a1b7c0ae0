package io.alphapanda.stage.session;

import io.alphapanda.domain.signal.Broker;
import java.time.Instant;

/// A login that is alive.
///
/// @param version   counts the account's logins; what is said of one never touches a later one
/// @param userId    who is logged in, as the broker names them
/// @param expiresAt when the broker ends it by itself
public record BrokerSession(
        Broker broker, long version, String userId, AccessToken token, Instant openedAt, Instant expiresAt) {}
