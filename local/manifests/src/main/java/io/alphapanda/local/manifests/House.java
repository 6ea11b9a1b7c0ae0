package io.alphapanda.local.manifests;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What the house itself says, for manifests to agree with.
///
/// @param functions    the rooms of `functions/`
/// @param keys         the variables of `docs/configuration.md`
/// @param series       what `docs/reference/metrics.md` lists, as Prometheus stores it
/// @param kinds        the kind of each account the stages' defaults know
/// @param answerWithin `panda.delivery.answer-within-seconds`, where nothing else is said
/// @param coldStarts   milliseconds to a function's first answer, as far as they were measured
public record House(
        Set<String> functions,
        List<Pattern> keys,
        Set<String> series,
        Map<String, String> kinds,
        int answerWithin,
        Map<String, Integer> coldStarts) {

    public House {
        functions = Set.copyOf(functions);
        keys = List.copyOf(keys);
        series = Set.copyOf(series);
        kinds = Map.copyOf(kinds);
        coldStarts = Map.copyOf(coldStarts);
    }

    /// Whether a function reads that variable.
    public boolean reads(String variable) {
        return keys.stream().anyMatch(each -> each.matcher(variable).matches());
    }

    public Optional<Integer> coldStart(String function) {
        return Optional.ofNullable(coldStarts.get(function));
    }
}
