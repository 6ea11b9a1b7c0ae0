package io.alphapanda.local.pingsource;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What a PingSource manifest says; its content type is `application/json`.
///
/// @param every       fires at the wall clock's multiples of it, as the schedule `*/5 * * * *` does; a second to a day
/// @param data        JSON, sent as it is
/// @param sink        where it is posted, path included
/// @param ceOverrides extensions stamped on every event; ASCII values
public record PingSourceSpec(
        String namespace, String name, Duration every, String data, URI sink, SortedMap<String, String> ceOverrides) {

    private static final Pattern DNS_LABEL = Pattern.compile("[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?");
    private static final Pattern EXTENSION = Pattern.compile("[a-z0-9]{1,20}");
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]*");
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    public PingSourceSpec {
        require(DNS_LABEL.matcher(namespace).matches(), "namespace", namespace, "must match " + DNS_LABEL);
        require(DNS_LABEL.matcher(name).matches(), "name", name, "must match " + DNS_LABEL);
        require(
                every.compareTo(SHORTEST) >= 0 && every.compareTo(LONGEST) <= 0,
                "every",
                every,
                "must be " + SHORTEST + " to " + LONGEST);
        ceOverrides.forEach((extension, value) -> {
            require(EXTENSION.matcher(extension).matches(), "ceOverrides", extension, "name must match " + EXTENSION);
            require(PRINTABLE.matcher(value).matches(), "ceOverrides." + extension, value, "must be printable ASCII");
        });
        ceOverrides = Collections.unmodifiableSortedMap(new TreeMap<>(ceOverrides));
    }

    /// The CloudEvents source of its events.
    String source() {
        return "/apis/v1/namespaces/" + namespace + "/pingsources/" + name;
    }

    private static void require(boolean condition, String field, Object value, String rule) {
        if (!condition) {
            throw new IllegalArgumentException("PingSource %s %s but is '%s'".formatted(field, rule, value));
        }
    }
}
