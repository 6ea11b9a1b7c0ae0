package io.alphapanda.stage.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Somebody else's reading of a schema.
record Validation(JsonSchema schema) {

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig FORMATS_COUNT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    static Validation of(JsonNode schema) {
        return new Validation(FACTORY.getSchema(schema, FORMATS_COUNT));
    }

    /// The same, but for fields the schema does not name, which it refuses.
    static Validation closed(JsonNode schema) {
        var copy = schema.deepCopy();
        copy.findParents("properties").stream()
                .filter(each -> each.path("type").asText().equals("object"))
                .forEach(each -> ((ObjectNode) each).put("additionalProperties", false));
        return of(copy);
    }

    /// What speaks against the data, each with its place; empty if it holds.
    List<String> refusals(String json) {
        return schema.validate(json, InputFormat.JSON).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    List<String> refusals(byte[] json) {
        return refusals(new String(json, StandardCharsets.UTF_8));
    }
}
