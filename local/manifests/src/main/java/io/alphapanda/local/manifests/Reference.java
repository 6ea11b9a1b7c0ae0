package io.alphapanda.local.manifests;

import java.util.Optional;

/// Where events are sent: a `sink` or a `deadLetterSink`.
///
/// @param at where it stands
public record Reference(Document document, String at) {

    public boolean isSet() {
        return document.at(at).isObject();
    }

    public String kind() {
        return document.text(at + "/ref/kind").orElse("");
    }

    public String group() {
        return document.text(at + "/ref/apiVersion")
                .map(each -> each.contains("/") ? each.substring(0, each.indexOf('/')) : "")
                .orElse("");
    }

    public String name() {
        return document.text(at + "/ref/name").orElse("");
    }

    public String namespace() {
        return document.text(at + "/ref/namespace").orElse(document.namespace());
    }

    public Optional<String> uri() {
        return document.text(at + "/uri");
    }

    @Override
    public String toString() {
        return name().isEmpty() ? uri().orElse("nothing") : kind() + "/" + name();
    }
}
