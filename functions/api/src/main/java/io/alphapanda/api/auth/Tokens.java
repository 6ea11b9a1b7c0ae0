package io.alphapanda.api.auth;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What somebody who has logged in goes on with.
///
/// @param accessToken      for the header `Authorization: Bearer …`
/// @param expiresInSeconds how long that one is good
/// @param refreshToken     for the next pair, once
/// @param sessionEndsAt    when they must log in again
@Schema(description = "What somebody who has logged in goes on with")
public record Tokens(
        @Schema(description = "For the header Authorization: Bearer …")
        String accessToken,

        long expiresInSeconds,

        @Schema(description = "For the next pair, once; used twice, the session ends")
        String refreshToken,

        Instant sessionEndsAt) {

    /// Nothing of it belongs into a log.
    @Override
    public String toString() {
        return "tokens";
    }
}
