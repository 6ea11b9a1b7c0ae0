package io.alphapanda.engine.alpaca;

import java.util.regex.Pattern;

/// What opens an account. Shows itself only to who asks by name.
final class Keys {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9/+=_-]{1,128}");
    private static final int MOST_WORDS = 300;
    private static final String MASK = "***";

    private final String id;
    private final String secret;

    /// @throws IllegalArgumentException if one is no key; the message never repeats it
    Keys(String id, String secret) {
        if (!isKey(id) || !isKey(secret)) {
            throw new IllegalArgumentException("a key must match " + KEY);
        }
        this.id = id;
        this.secret = secret;
    }

    static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    String id() {
        return id;
    }

    String secret() {
        return secret;
    }

    /// What others wrote, on one line, bounded, without the keys.
    String masked(String text) {
        var clean = text.replace(secret, MASK)
                .replace(id, MASK)
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        return clean.length() > MOST_WORDS ? clean.substring(0, MOST_WORDS) + "…" : clean;
    }

    @Override
    public String toString() {
        return MASK;
    }
}
