package io.alphapanda.local.docs;

import java.util.Locale;
import java.util.Optional;

/// A configuration key as its source declares it.
///
/// @param name     as in `application.properties`; `<name>` stands for an account's
/// @param fallback its default; empty if it has none
/// @param optional whether it may stay unset without one
/// @param meaning  its `///` comment; empty if it has none
/// @param module   whose source declares it
record Key(String name, Optional<String> fallback, boolean optional, String meaning, String module) {

    /// The environment variable of the key: every sign that is neither letter nor digit is an underscore.
    String variable() {
        return name.replaceAll("[^A-Za-z0-9<>]", "_").toUpperCase(Locale.ROOT);
    }

    String shownDefault() {
        return fallback.map(value -> value.isEmpty() ? "empty" : "`" + value + "`")
                .orElse(optional ? "–" : "required");
    }

    Key withFallback(Optional<String> other) {
        return new Key(name, fallback.or(() -> other), optional, meaning, module);
    }
}
