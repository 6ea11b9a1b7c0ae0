package io.alphapanda.api.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// What a new access token is asked for with, once: 32 random bytes. The ledger has its hash alone; of so many random
/// bytes a plain hash is enough.
///
/// @param text as the client has it
record RefreshToken(String text) {

    private static final int BYTES = 32;

    static RefreshToken random(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /// Nothing of it belongs into a log.
    @Override
    public String toString() {
        return "refresh token";
    }
}
