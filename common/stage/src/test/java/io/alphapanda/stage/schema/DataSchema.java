package io.alphapanda.stage.schema;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import io.alphapanda.domain.event.EventType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The JSON Schema (2020-12) of an event's data, from the record that is written as it.
///
/// Open, as readers are: a field it does not know may be there. What is not optional is required; what is may be null,
/// as today's sender writes it, or missing, as an older one's.
final class DataSchema {

    /// What is read first stands first; the rest follows.
    private static final List<String> ORDER =
            List.of("$schema", "title", "description", "type", "properties", "required", "$defs");

    private static final SchemaGenerator GENERATOR = generator();

    private DataSchema() {}

    static ObjectNode of(EventType type) {
        var schema = GENERATOR.generateSchema(type.payload().orElseThrow());
        schema.put("title", type.type());
        var ordered = schema.objectNode();
        ORDER.forEach(keyword -> ordered.set(keyword, schema.required(keyword)));
        schema.properties().forEach(each -> ordered.set(each.getKey(), each.getValue()));
        return ordered;
    }

    /// `signal-generated.v1`
    static String name(EventType type) {
        return type.type().substring("io.alphapanda.".length());
    }

    private static SchemaGenerator generator() {
        var config = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(
                        Option.DEFINITIONS_FOR_ALL_OBJECTS,
                        Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES,
                        Option.INLINE_NULLABLE_SCHEMAS);
        config.forTypesInGeneral()
                .withPropertySorter((_, _) -> 0)
                .withCustomDefinitionProvider((type, _) -> value(type))
                .withDescriptionResolver(scope -> TypeDoc.of(scope.getType().getErasedType())
                        .map(TypeDoc::summary)
                        .orElse(null));
        config.forFields()
                .withRequiredCheck(field -> field.getRawMember().getType() != Optional.class)
                .withDescriptionResolver(DataSchema::component);
        return new SchemaGenerator(config.build());
    }

    private static CustomDefinition value(ResolvedType type) {
        var reference = type.getErasedType() == Instant.class
                ? CustomDefinition.DefinitionType.INLINE
                : CustomDefinition.DefinitionType.ALWAYS_REF;
        return Notation.of(type.getErasedType())
                .map(schema -> new CustomDefinition(schema, reference, CustomDefinition.AttributeInclusion.YES))
                .orElse(null);
    }

    private static String component(FieldScope field) {
        if (field.isFakeContainerItemScope()) {
            return null;
        }
        return TypeDoc.of(field.getDeclaringType().getErasedType())
                .map(doc -> doc.components().get(field.getName()))
                .orElse(null);
    }
}
