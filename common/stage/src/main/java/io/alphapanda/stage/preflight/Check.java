package io.alphapanda.stage.preflight;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// One question about a house.
///
/// @param name     in findings, answers and tests
/// @param question what it finds
record Check(String name, BiFunction<Check, Facts, List<Finding>> question) {

    List<Finding> of(Facts facts) {
        return question.apply(this, facts);
    }

    Finding ok(String subject, String words) {
        return new Finding(name, Level.OK, subject, words, Optional.empty());
    }

    Finding warn(String subject, String words, String fix) {
        return new Finding(name, Level.WARN, subject, words, Optional.of(fix));
    }

    Finding fail(String subject, String words, String fix) {
        return new Finding(name, Level.FAIL, subject, words, Optional.of(fix));
    }
}
