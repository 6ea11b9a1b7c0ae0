package io.alphapanda.local.launcher;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// Secrets for the time of a run. Nothing of value hangs on them; they are random so that nobody relies on one.
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;
    private static final int WORD_BYTES = 8;

    private Secrets() {}

    /// As `PANDA_SECRETS_KEY` wants it.
    static String key() {
        return Base64.getEncoder().encodeToString(bytes(KEY_BYTES));
    }

    /// Sixteen letters and digits, as the broker gives them out.
    static String word() {
        return HexFormat.of().formatHex(bytes(WORD_BYTES));
    }

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
