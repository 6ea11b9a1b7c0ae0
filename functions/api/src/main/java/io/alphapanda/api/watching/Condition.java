package io.alphapanda.api.watching;

import java.util.Optional;

/// Something a person must be told of, as long as it lasts. Code, account and subject tell one from another.
///
/// @param broker  whose lane; empty for the whole house
/// @param subject what it is about: a topic, a group, a process
/// @param words   for people, with the numbers and the fix
public record Condition(AlertCode code, Optional<String> broker, String subject, String words) {

    static Condition of(AlertCode code, String subject, String words) {
        return new Condition(code, Optional.empty(), subject, words);
    }

    static Condition of(AlertCode code, String broker, String subject, String words) {
        return new Condition(code, Optional.of(broker), subject, words);
    }

    /// What tells it from others.
    Key key() {
        return new Key(code.name(), broker.orElse(""), subject);
    }

    record Key(String code, String broker, String subject) {}
}
