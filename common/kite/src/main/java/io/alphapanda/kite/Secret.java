package io.alphapanda.kite;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// Text that opens an account: API secret, request token, access token, or an address that carries one. It shows itself
/// only to who asks by name: its text form is masked, it has no properties a serializer would write, and it is compared
/// in constant time.
public final class Secret {

    /// Longer than any token of Kite's, shorter than a mistake (a whole file instead of a key).
    private static final int MAX_LENGTH = 4096;

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /// @throws IllegalArgumentException if it is blank, longer than 4096 characters or holds anything that is not
    ///                                  printable ASCII; the message never repeats it
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Secret of(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a secret is blank; set it");
        }
        if (value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a secret is " + value.length() + " characters long; at most "
                    + MAX_LENGTH + " are, is this the right value?");
        }
        if (!value.chars().allMatch(each -> each > ' ' && each < 127)) {
            throw new IllegalArgumentException(
                    "a secret holds a space or a character that is not printable ASCII; remove it");
        }
        return new Secret(value);
    }

    /// The text itself, for the one place that sends it.
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that && MessageDigest.isEqual(bytes(value), bytes(that.value));
    }

    /// The same for all: a hash of a secret says something about it.
    @Override
    public int hashCode() {
        return Secret.class.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
