package io.alphapanda.local.manifests.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.alphapanda.local.manifests.Document;
import io.alphapanda.local.manifests.Documents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The schemas of an API server with the resource definitions this project uses, strict.
final class Schemas {

    /// Kinds we deploy and have no schema of; the rulebook's own rules check their shape.
    static final Set<String> WITHOUT_SCHEMA = Set.of(
            "monitoring.coreos.com/v1 ServiceMonitor",
            "monitoring.coreos.com/v1 PodMonitor",
            "monitoring.coreos.com/v1 PrometheusRule");

    private static final String KUBERNETES = "kubernetes-1.36-schemas.json";
    private static final String META = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";
    private static final String KEPT = "x-kubernetes-preserve-unknown-fields";

    /// Fields of Knative's pods that take anything, by what Kubernetes calls them.
    private static final Map<String, String> OPEN =
            Map.of("metadata", META, "emptyDir", "io.k8s.api.core.v1.EmptyDirVolumeSource");

    private static final Optional<Schemas> SHARED = look();

    private final ObjectNode components;
    private final Map<String, JsonNode> byKind = new HashMap<>();
    private final Map<String, JsonSchema> compiled = new HashMap<>();

    private Schemas(ObjectNode components) {
        this.components = components;
    }

    /// Where they lie beside the project; empty where they don't.
    static Optional<Schemas> find() {
        return SHARED;
    }

    private static Optional<Schemas> look() {
        var folder = Path.of(System.getProperty("panda.root", "../.."), "../shared/data/crds");
        return Files.isDirectory(folder) ? Optional.of(read(folder)) : Optional.empty();
    }

    /// What a definition leaves open although Kubernetes says what belongs there.
    private void fill(JsonNode schema) {
        var properties = schema.path("properties");
        OPEN.forEach((name, component) -> {
            if (properties.path(name).path(KEPT).asBoolean()) {
                ((ObjectNode) properties).set(name, reference(component));
            }
        });
        properties.properties().forEach(each -> fill(each.getValue()));
        if (schema.has("items")) {
            fill(schema.path("items"));
        }
    }

    private static Schemas read(Path folder) {
        try {
            var kubernetes = new ObjectMapper().readTree(Files.readString(folder.resolve(KUBERNETES)));
            var schemas = new Schemas((ObjectNode) kubernetes.at("/components/schemas"));
            schemas.components
                    .properties()
                    .forEach(each -> schemas.addKind(each.getKey(), StrictSchema.of(each.getValue())));
            try (var files = Files.list(folder)) {
                files.filter(each -> each.toString().endsWith(".yaml"))
                        .flatMap(each -> Documents.read(each.getFileName().toString(), each).stream())
                        .filter(each -> each.kind().equals("CustomResourceDefinition"))
                        .forEach(schemas::addResource);
            }
            return schemas;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addKind(String component, JsonNode schema) {
        schema.path("x-kubernetes-group-version-kind")
                .forEach(each -> byKind.put(
                        key(
                                each.path("group").asText(),
                                each.path("version").asText(),
                                each.path("kind").asText()),
                        reference(component)));
    }

    private void addResource(Document definition) {
        definition.at("/spec/versions").forEach(version -> {
            if (version.path("served").asBoolean()) {
                byKind.put(
                        key(
                                definition.at("/spec/group").asText(),
                                version.path("name").asText(),
                                definition.at("/spec/names/kind").asText()),
                        whole((ObjectNode) version.at("/schema/openAPIV3Schema")));
            }
        });
    }

    /// Every resource has these three, whether its definition says so or not.
    private JsonNode whole(ObjectNode schema) {
        var properties = schema.withObject("/properties");
        properties.putObject("apiVersion").put("type", "string");
        properties.putObject("kind").put("type", "string");
        fill(schema);
        StrictSchema.of(schema);
        properties.set("metadata", reference(META));
        return schema;
    }

    private ObjectNode reference(String component) {
        return components.objectNode().put("$ref", "#/components/schemas/" + component);
    }

    private static String key(String group, String version, String kind) {
        return (group.isEmpty() ? version : group + "/" + version) + " " + kind;
    }

    /// What the schema says against a document: each the field, and what is wrong.
    List<String> check(Document document) {
        var key = key(document.group(), document.version(), document.kind());
        if (WITHOUT_SCHEMA.contains(key)) {
            return List.of();
        }
        if (!byKind.containsKey(key)) {
            return List.of(
                    "%s %s: there is no schema of %s, must be one of a served version; correct apiVersion and kind"
                            .formatted(document.source(), document, key));
        }
        return compiled.computeIfAbsent(key, this::compile).validate(document.body()).stream()
                .map(each -> "%s %s: %s".formatted(document.source(), document, each.getMessage()))
                .sorted()
                .toList();
    }

    private JsonSchema compile(String key) {
        var root = components.objectNode();
        root.setAll((ObjectNode) byKind.get(key));
        root.putObject("components").set("schemas", components);
        var options =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(false).build();
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(root, options);
    }
}
