package io.alphapanda.local.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.StreamSupport;

/// Label selectors.
public final class Labels {

    private Labels() {}

    /// Whether a selector selects everything.
    public static boolean isEmpty(JsonNode selector) {
        return selector.isObject()
                && selector.path("matchLabels").isEmpty()
                && selector.path("matchExpressions").isEmpty();
    }

    /// @param selector `matchLabels` and `matchExpressions`
    public static boolean match(JsonNode selector, Map<String, String> labels) {
        return equal(selector.path("matchLabels"), labels)
                && StreamSupport.stream(selector.path("matchExpressions").spliterator(), false)
                        .allMatch(each -> matches(each, labels));
    }

    /// Whether all of these are among the labels.
    public static boolean equal(JsonNode wanted, Map<String, String> labels) {
        return wanted.properties().stream()
                .allMatch(each -> each.getValue().asText().equals(labels.get(each.getKey())));
    }

    private static boolean matches(JsonNode expression, Map<String, String> labels) {
        var value = labels.get(expression.path("key").asText());
        boolean among = value != null
                && StreamSupport.stream(expression.path("values").spliterator(), false)
                        .anyMatch(each -> each.asText().equals(value));
        return switch (expression.path("operator").asText()) {
            case "In" -> among;
            case "NotIn" -> !among;
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            default -> false;
        };
    }
}
