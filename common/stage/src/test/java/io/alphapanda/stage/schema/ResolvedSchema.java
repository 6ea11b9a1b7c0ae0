package io.alphapanda.stage.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What a schema demands: its references followed, without the words that only describe. Written in one way, so that
/// two of them can be compared: "this or null" is a list of types, a `const` an `enum` of one.
///
/// @param keywords by name
/// @param root     the document its parts refer into
record ResolvedSchema(ObjectNode keywords, JsonNode root) {

    private static final Set<String> DESCRIBE =
            Set.of("$schema", "$id", "$defs", "$comment", "title", "description", "examples");

    static ResolvedSchema of(JsonNode document) {
        return of(document, document);
    }

    private static ResolvedSchema of(JsonNode schema, JsonNode root) {
        var plain = JsonNodeFactory.instance.objectNode();
        for (var each : schema.properties()) {
            var value = each.getValue();
            switch (each.getKey()) {
                case "$ref" -> plain.setAll(of(root.at(value.asText().substring(1)), root).keywords);
                case "anyOf" -> plain.setAll(anyOf(value, root));
                case "const" -> plain.putArray("enum").add(value);
                case "type" -> plain.set("type", types(value));
                case "properties", "items", "additionalProperties" -> plain.set(each.getKey(), value);
                default -> {
                    if (!DESCRIBE.contains(each.getKey())) {
                        plain.set(each.getKey(), withoutReference(each.getKey(), value));
                    }
                }
            }
        }
        return new ResolvedSchema(plain, root);
    }

    private static ObjectNode anyOf(JsonNode choices, JsonNode root) {
        if (choices.size() != 2 || !choices.get(0).path("type").asText().equals("null")) {
            return JsonNodeFactory.instance.objectNode().set("anyOf", withoutReference("anyOf", choices));
        }
        var orNull = of(choices.get(1), root).keywords;
        var types = JsonNodeFactory.instance
                .arrayNode()
                .add("null")
                .addAll(strings(orNull.path("type")).stream()
                        .map(JsonNodeFactory.instance::textNode)
                        .toList());
        return orNull.set("type", types(types));
    }

    /// Where a reference is not followed, two schemas could differ unseen.
    private static JsonNode withoutReference(String keyword, JsonNode value) {
        if (!value.findValues("$ref").isEmpty()) {
            throw new IllegalArgumentException(
                    "schemas with a $ref under '" + keyword + "' can't be compared; teach ResolvedSchema to follow it");
        }
        return value;
    }

    /// One as it is, several in the alphabet's order.
    private static JsonNode types(JsonNode type) {
        if (!type.isArray()) {
            return type;
        }
        var sorted = JsonNodeFactory.instance.arrayNode();
        new TreeSet<>(strings(type)).forEach(sorted::add);
        return sorted;
    }

    boolean isSchema(String keyword) {
        return keywords.path(keyword).isObject();
    }

    /// The schema under a keyword that [has one][#isSchema].
    ResolvedSchema under(String keyword) {
        return of(keywords.get(keyword), root);
    }

    Map<String, ResolvedSchema> properties() {
        var all = new LinkedHashMap<String, ResolvedSchema>();
        keywords.path("properties").properties().forEach(each -> all.put(each.getKey(), of(each.getValue(), root)));
        return all;
    }

    boolean requires(String property) {
        return strings(keywords.path("required")).contains(property);
    }

    /// The closed list a value is from; empty if there is none.
    Set<String> values() {
        return strings(keywords.path("enum"));
    }

    /// Whether it demands the same; for parts that are alike in both documents.
    boolean sameAs(ResolvedSchema other) {
        return keywords.equals(other.keywords);
    }

    /// A keyword's value for people.
    String shown(String keyword) {
        var value = keywords.path(keyword);
        return value.isMissingNode() ? "nothing" : value.isValueNode() ? value.asText() : value.toString();
    }

    private static Set<String> strings(JsonNode oneOrMore) {
        if (oneOrMore.isTextual()) {
            return Set.of(oneOrMore.asText());
        }
        var all = new LinkedHashSet<String>();
        oneOrMore.forEach(each -> all.add(each.asText()));
        return all;
    }
}
