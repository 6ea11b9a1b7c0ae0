package io.alphapanda.stage.session;

import io.alphapanda.domain.signal.Broker;
import java.time.Instant;

/// A login to be written down.
///
/// @param userId    who logged in, as the broker names them
/// @param expiresAt when the broker ends it by itself
public record NewSession(Broker broker, String userId, AccessToken token, Instant openedAt, Instant expiresAt) {

    public NewSession {
        if (!expiresAt.isAfter(openedAt)) {
            throw new IllegalArgumentException("session of " + broker + " expires at " + expiresAt
                    + ", which must lie after its opening at " + openedAt);
        }
    }

    BrokerSession at(long version) {
        return new BrokerSession(broker, version, userId, token, openedAt, expiresAt);
    }
}
