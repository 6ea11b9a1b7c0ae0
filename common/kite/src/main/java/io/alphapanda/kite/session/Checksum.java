package io.alphapanda.kite.session;

import io.alphapanda.kite.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The proof of knowing a secret that Kite asks for and gives: SHA-256 over three texts put together, in lower-case
/// hex.
public final class Checksum {

    private Checksum() {}

    /// For the token exchange.
    public static Secret ofLogin(String apiKey, Secret requestToken, Secret apiSecret) {
        return Secret.of(hex(apiKey + requestToken.reveal() + apiSecret.reveal()));
    }

    /// Whether `given` is the checksum of an order update. Takes the same time wherever they differ.
    ///
    /// @param orderTimestamp as sent
    public static boolean isOfUpdate(String given, String orderId, String orderTimestamp, Secret apiSecret) {
        return MessageDigest.isEqual(
                hex(orderId + orderTimestamp + apiSecret.reveal()).getBytes(StandardCharsets.UTF_8),
                given.getBytes(StandardCharsets.UTF_8));
    }

    private static String hex(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
