package io.alphapanda.stage.secret;

import io.alphapanda.stage.broker.ConfigurationException;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Seals text with AES-256-GCM (NIST SP 800-38D), each time under a nonce of its own. The key is configuration; without
/// one nothing is sealed or opened, and everything else goes on.
///
/// ```
/// envelope = version (1 byte, 1) | nonce (12 bytes) | ciphertext and tag (16 bytes longer than the text)
/// ```
///
/// What a sealed text is for is part of its seal: moved to another row, or to the same row of another login, it does
/// not open.
@Singleton
public final class Vault {

    private static final String KEY = "panda.secrets.key";
    private static final String HOW = "make one with: openssl rand -base64 32";
    private static final byte VERSION = 1;
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final String CIPHER = "AES/GCM/NoPadding";

    private final SecureRandom random = new SecureRandom();
    private final Optional<SecretKeySpec> key;

    /// @param key what broker sessions are encrypted with: base64 of 32 bytes, `openssl rand -base64 32`; without it
    ///            nobody can log in at a broker
    Vault(@ConfigProperty(name = "panda.secrets.key") Optional<String> key) {
        this.key = key.map(String::strip).filter(text -> !text.isEmpty()).map(Vault::read);
    }

    private static SecretKeySpec read(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException _) {
            throw new ConfigurationException(
                    KEY + " (" + text.length() + " characters) is not base64 of " + KEY_BYTES + " bytes; " + HOW);
        }
        if (bytes.length != KEY_BYTES) {
            throw new ConfigurationException(
                    KEY + " is base64 of " + bytes.length + " bytes and must be of " + KEY_BYTES + "; " + HOW);
        }
        return new SecretKeySpec(bytes, "AES");
    }

    /// @param purpose names what is sealed, such as `session/zerodha/3`; opening takes the same
    /// @throws VaultException if there is no key
    public byte[] seal(String purpose, String secret) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, purpose, nonce).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + CIPHER, e);
        }
    }

    /// @param purpose as when it was sealed
    /// @throws VaultException if there is no key, it is another one, or this was sealed for something else or in
    ///                        another way
    public String open(String purpose, byte[] sealed) {
        if (sealed.length < 1 + NONCE_BYTES + TAG_BYTES || sealed[0] != VERSION) {
            throw new VaultException(purpose + " was not sealed by this version; log in again");
        }
        var envelope = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
        var nonce = new byte[NONCE_BYTES];
        envelope.get(nonce);
        var text = new byte[envelope.remaining()];
        envelope.get(text);
        try {
            return new String(cipher(Cipher.DECRYPT_MODE, purpose, nonce).doFinal(text), StandardCharsets.UTF_8);
        } catch (AEADBadTagException _) {
            throw new VaultException(purpose + " does not open with this " + KEY
                    + ": it was sealed with another one, or changed since; set that one, or log in again");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + CIPHER, e);
        }
    }

    /// For who is about to need the key.
    ///
    /// @throws VaultException if there is none
    public void requireKey() {
        keyAtHand();
    }

    private SecretKeySpec keyAtHand() {
        return key.orElseThrow(() -> new VaultException(KEY + " is not set; " + HOW));
    }

    private Cipher cipher(int mode, String purpose, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, keyAtHand(), new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD((VERSION + "/" + purpose).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    @Override
    public String toString() {
        return key.isPresent() ? "vault" : "vault without a key";
    }
}
