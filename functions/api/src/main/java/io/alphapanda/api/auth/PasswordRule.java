package io.alphapanda.api.auth;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Which passwords are taken. Bcrypt looks at 72 bytes and silently at no more, so a longer one is refused, not cut.
final class PasswordRule {

    static final int SHORTEST = 12;
    static final int MOST_BYTES = 72;
    private static final int LEAST_DIFFERENT = 5;

    /// What people and tools put where a password should be.
    private static final List<String> WELL_KNOWN = List.of(
            "password",
            "passw0rd",
            "changeme",
            "change-me",
            "change_me",
            "letmein",
            "welcome",
            "qwerty",
            "administrator",
            "alphapanda",
            "alpha-panda",
            "default",
            "secret",
            "123456",
            "iloveyou",
            "trustno1",
            "example");

    private PasswordRule() {}

    /// What is wrong with a password; empty if nothing is. Says nothing of the password itself.
    static Optional<String> objection(String user, String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of("must have at least " + SHORTEST + " characters");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Optional.of("must have at most " + MOST_BYTES
                    + " bytes in UTF-8, because bcrypt looks at no more; use a shorter one");
        }
        if (password.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("must have no control characters");
        }
        if (Set.copyOf(password.chars().boxed().toList()).size() < LEAST_DIFFERENT) {
            return Optional.of("must have at least " + LEAST_DIFFERENT + " different characters");
        }
        return isGuessable(user, password.toLowerCase(Locale.ROOT))
                ? Optional.of("is one that is tried first: it is little more than a well-known word or the user's name")
                : Optional.empty();
    }

    /// A well-known word may be part of a long password, but not most of it.
    private static boolean isGuessable(String user, String password) {
        var rest = password;
        for (var word : WELL_KNOWN) {
            rest = rest.replace(word, "");
        }
        rest = rest.replace(user.toLowerCase(Locale.ROOT), "");
        return rest.length() <= password.length() / 2;
    }
}
