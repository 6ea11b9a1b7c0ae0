package io.alphapanda.api.auth;

import io.alphapanda.stage.broker.ConfigurationException;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// What access tokens are signed with (HMAC with SHA-256), and what they may still be signed with while a new key is
/// being brought in. A key's id is the beginning of its hash, so nobody has to name keys.
@Singleton
@Startup
public final class SigningKeys {

    private static final String CURRENT = "panda.api.signing-key";
    private static final String PREVIOUS = "panda.api.signing-key-previous";
    private static final String HOW = "make one with: openssl rand -base64 32";
    private static final int LEAST_BYTES = 32;

    /// 32 random bytes have about 30 different ones, and fewer than 20 once in many lives of the universe.
    private static final int LEAST_DIFFERENT = 20;

    private static final int ID_BYTES = 6;

    private final Map<String, SecretKey> byId = new LinkedHashMap<>();

    /// @param current  what access tokens are signed with: base64 of at least 32 random bytes, `openssl rand
    ///                 -base64 32`;
    ///                 required unless auth is off
    /// @param previous the one before, still accepted; for a change of keys, remove it five minutes later
    SigningKeys(
            AuthMode mode,
            @ConfigProperty(name = "panda.api.signing-key") Optional<String> current,
            @ConfigProperty(name = "panda.api.signing-key-previous") Optional<String> previous) {
        given(current).ifPresent(text -> add(CURRENT, text));
        given(previous).ifPresent(text -> add(PREVIOUS, text));
        if (mode.isOn() && given(current).isEmpty()) {
            throw new ConfigurationException(CURRENT + " is not set, and panda.api.auth is on; " + HOW
                    + ", or set panda.api.auth=off on a machine of your own");
        }
    }

    private static Optional<String> given(Optional<String> text) {
        return text.map(String::strip).filter(each -> !each.isEmpty());
    }

    private void add(String name, String text) {
        var bytes = decode(name, text);
        byId.put(id(bytes), new SecretKeySpec(bytes, "HmacSHA256"));
    }

    private static byte[] decode(String name, String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException _) {
            throw new ConfigurationException(name + " (" + text.length() + " characters) is not base64; " + HOW);
        }
        if (bytes.length < LEAST_BYTES) {
            throw new ConfigurationException(name + " is base64 of " + bytes.length + " bytes and must be of at least "
                    + LEAST_BYTES + "; " + HOW);
        }
        if (differentBytes(bytes) < LEAST_DIFFERENT) {
            throw new ConfigurationException(
                    name + " is no random key: it has only " + differentBytes(bytes) + " different bytes; " + HOW);
        }
        return bytes;
    }

    private static long differentBytes(byte[] bytes) {
        var seen = new boolean[256];
        int different = 0;
        for (byte each : bytes) {
            if (!seen[each & 0xff]) {
                seen[each & 0xff] = true;
                different++;
            }
        }
        return different;
    }

    private static String id(byte[] key) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /// The id of the key new tokens are signed with.
    ///
    /// @throws IllegalStateException in local mode, where no token is needed
    String currentId() {
        return byId.keySet().stream().findFirst().orElseThrow(() -> new IllegalStateException("no key in local mode"));
    }

    /// Empty if there is none of that id.
    Optional<SecretKey> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public String toString() {
        return "signing keys " + byId.keySet();
    }
}
