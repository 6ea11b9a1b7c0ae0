package io.alphapanda.local.kafkasource;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What a KafkaSource manifest says. Everything is explicit: a defaulted consumer group or initial offset skips records
/// when the source is created again.
///
/// @param consumers Kafka consumers of the group in this source, 1 to 64; each has its own in-flight limit
/// @param sink where each record is posted, path included
/// @param ceOverrides extensions stamped on every event, replacing those of the same name; ASCII values
public record KafkaSourceSpec(
        String namespace,
        String name,
        List<String> topics,
        String consumerGroup,
        InitialOffset initialOffset,
        Ordering ordering,
        int consumers,
        URI sink,
        SortedMap<String, String> ceOverrides,
        Delivery delivery,
        KeyType keyType) {
    private static final Pattern DNS_LABEL = Pattern.compile("[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?");
    private static final Pattern EXTENSION = Pattern.compile("[a-z0-9]{1,20}");
    private static final int MOST_CONSUMERS = 64;

    public KafkaSourceSpec {
        require(DNS_LABEL.matcher(namespace).matches(), "namespace", namespace, "must match " + DNS_LABEL);
        require(DNS_LABEL.matcher(name).matches(), "name", name, "must match " + DNS_LABEL);
        topics = List.copyOf(topics);
        require(!topics.isEmpty(), "topics", topics, "must name at least one topic");
        require(new HashSet<>(topics).size() == topics.size(), "topics", topics, "must not repeat a topic");
        require(!consumerGroup.isBlank(), "consumerGroup", consumerGroup, "must be set explicitly");
        require(
                consumers >= 1 && consumers <= MOST_CONSUMERS,
                "consumers",
                consumers,
                "must be 1 to " + MOST_CONSUMERS);
        require(isHttp(sink), "sink", sink, "must be an absolute http or https address");
        ceOverrides.forEach((extension, value) -> {
            require(EXTENSION.matcher(extension).matches(), "ceOverrides", extension, "name must match " + EXTENSION);
            require(isPrintable(value), "ceOverrides." + extension, value, "must be printable ASCII");
        });
        ceOverrides = Collections.unmodifiableSortedMap(new TreeMap<>(ceOverrides));
    }

    private static boolean isHttp(URI sink) {
        return ("http".equals(sink.getScheme()) || "https".equals(sink.getScheme())) && sink.getHost() != null;
    }

    private static boolean isPrintable(String value) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(value)
                && value.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }

    private static void require(boolean condition, String field, Object value, String rule) {
        if (!condition) {
            throw new IllegalArgumentException("KafkaSource %s %s but is '%s'".formatted(field, rule, value));
        }
    }

    /// The same source before another receiver; two of one group share its topics' partitions.
    public KafkaSourceSpec to(URI otherSink) {
        return new KafkaSourceSpec(
                namespace,
                name,
                topics,
                consumerGroup,
                initialOffset,
                ordering,
                consumers,
                otherSink,
                ceOverrides,
                delivery,
                keyType);
    }
}
