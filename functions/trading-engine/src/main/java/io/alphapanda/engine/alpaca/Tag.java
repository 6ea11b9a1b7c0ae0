package io.alphapanda.engine.alpaca;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The client order id of an order: `ap-` and 160 bits of the order id's SHA-256, 43 characters. Alpaca takes 48, and
/// never the same one twice.
final class Tag {

    private static final String PREFIX = "ap-";
    private static final int BYTES = 20;

    private Tag() {}

    static String of(String orderId) {
        var hash = sha256().digest(orderId.getBytes(StandardCharsets.UTF_8));
        return PREFIX + HexFormat.of().formatHex(hash, 0, BYTES);
    }

    static boolean isOurs(String clientOrderId) {
        return clientOrderId.startsWith(PREFIX);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
