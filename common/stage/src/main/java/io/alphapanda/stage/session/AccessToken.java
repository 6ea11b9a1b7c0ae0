package io.alphapanda.stage.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// What proves a login to a broker. It shows itself only to who asks by name: its text form is masked, it has no
/// properties a serializer would write, and it is compared in constant time.
public final class AccessToken {

    /// Longer than any broker's token.
    private static final int MAX_LENGTH = 4096;

    private final String value;

    private AccessToken(String value) {
        this.value = value;
    }

    /// @throws IllegalArgumentException if it is blank or longer than 4096 characters; the message never repeats it
    public static AccessToken of(String value) {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("an access token has " + value.length()
                    + " characters; it must have 1 to " + MAX_LENGTH + ", not all of them blank");
        }
        return new AccessToken(value);
    }

    /// The text itself, for the one place that sends it.
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AccessToken that && MessageDigest.isEqual(bytes(value), bytes(that.value));
    }

    /// The same for all: a hash of a secret says something about it.
    @Override
    public int hashCode() {
        return AccessToken.class.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
