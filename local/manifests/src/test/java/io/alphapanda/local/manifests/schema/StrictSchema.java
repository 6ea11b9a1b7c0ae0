package io.alphapanda.local.manifests.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/// Makes an API server's schema say no to what the server would drop or take without a word.
///
/// - a field that no `properties` name is refused, unless the definition keeps unknown ones
/// - `x-kubernetes-int-or-string` is an integer or a text
/// - `nullable` takes null, everything else does not
final class StrictSchema {

    /// Combine what is said elsewhere; closing them would refuse what their neighbours name.
    private static final Set<String> COMBINING = Set.of("allOf", "anyOf", "oneOf", "not");

    private StrictSchema() {}

    /// @param schema is changed
    static JsonNode of(JsonNode schema) {
        if (schema instanceof ObjectNode node) {
            close(node);
            expand(node);
            for (var field : Set.of("properties", "patternProperties", "definitions")) {
                node.path(field).properties().forEach(each -> of(each.getValue()));
            }
            of(node.path("items"));
            of(node.path("additionalProperties"));
        }
        return schema;
    }

    private static void close(ObjectNode node) {
        if (node.path("properties").isObject()
                && !node.path("x-kubernetes-preserve-unknown-fields").asBoolean()
                && !node.has("additionalProperties")) {
            node.put("additionalProperties", false);
        }
    }

    private static void expand(ObjectNode node) {
        if (node.path("x-kubernetes-int-or-string").asBoolean()) {
            node.remove(COMBINING);
            node.set("type", types(node, "integer", "string"));
        }
        if (node.path("nullable").asBoolean() && node.path("type").isTextual()) {
            node.set("type", types(node, node.get("type").asText(), "null"));
        }
    }

    private static ArrayNode types(ObjectNode node, String one, String other) {
        return node.arrayNode().add(one).add(other);
    }
}
