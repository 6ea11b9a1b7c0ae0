package io.alphapanda.local.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// One YAML document of Kubernetes.
///
/// Places in it are named by JSON pointers, `/spec/topics/0`; messages show them as `spec.topics[0]`.
///
/// @param source the overlay or file it comes from
public record Document(String source, JsonNode body) {

    /// The API's group, empty for the core.
    public String group() {
        var version = text("/apiVersion").orElse("");
        return version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
    }

    public String version() {
        var version = text("/apiVersion").orElse("");
        return version.substring(version.indexOf('/') + 1);
    }

    public String kind() {
        return text("/kind").orElse("");
    }

    public String name() {
        return text("/metadata/name").orElse("");
    }

    /// Empty where it does not say.
    public String namespace() {
        return text("/metadata/namespace").orElse("");
    }

    public boolean is(String group, String kind) {
        return group().equals(group) && kind().equals(kind);
    }

    public JsonNode at(String pointer) {
        return body.at(pointer);
    }

    /// A scalar as text; empty where there is none, or a list or map.
    public Optional<String> text(String pointer) {
        return scalar(at(pointer));
    }

    /// A whole number, also one written as text; empty where there is none.
    public Optional<Integer> number(String pointer) {
        return text(pointer).filter(each -> each.matches("-?\\d{1,9}")).map(Integer::valueOf);
    }

    /// The scalars of a map, such as labels.
    public Map<String, String> map(String pointer) {
        var map = new LinkedHashMap<String, String>();
        at(pointer).properties().forEach(each -> scalar(each.getValue())
                .ifPresent(value -> map.put(each.getKey(), value)));
        return map;
    }

    public Map<String, String> annotations() {
        return map("/metadata/annotations");
    }

    public Map<String, String> labels() {
        return map("/metadata/labels");
    }

    static Optional<String> scalar(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? Optional.of(node.asText()) : Optional.empty();
    }

    @Override
    public String toString() {
        return kind() + "/" + name();
    }
}
