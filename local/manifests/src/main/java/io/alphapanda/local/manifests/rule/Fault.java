package io.alphapanda.local.manifests.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.alphapanda.local.manifests.Document;

/// Something wrong with a manifest.
///
/// @param document the overlay or file, kind and name
/// @param field    where in it
/// @param value    what stands there, or `absent`
/// @param bound    what must be
/// @param fix      what to do
public record Fault(String document, String field, String value, String bound, String fix) {

    private static final int MAX_VALUE = 120;

    /// @param pointer where in the document, as a JSON pointer; the value is read there
    public static Fault at(Document document, String pointer, String bound, String fix) {
        return of(document, pointer, shown(document.at(pointer)), bound, fix);
    }

    /// @param value what is wrong, where it is not what stands at the pointer
    public static Fault of(Document document, String pointer, String value, String bound, String fix) {
        return new Fault(document.source() + " " + document, path(pointer), value, bound, fix);
    }

    /// A pointer as people write it: `/spec/topics/0` is `spec.topics[0]`.
    static String path(String pointer) {
        return pointer.replaceFirst("^/", "")
                .replaceAll("/(\\d+)", "[$1]")
                .replace("/", ".")
                .replace("~1", "/")
                .replace("~0", "~");
    }

    private static String shown(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return "absent";
        }
        var text = node.isValueNode() ? "'" + node.asText() + "'" : node.toString();
        return text.length() <= MAX_VALUE ? text : text.substring(0, MAX_VALUE) + "…";
    }

    @Override
    public String toString() {
        return "%s: %s is %s, must be %s; %s".formatted(document, field, value, bound, fix);
    }
}
