package io.alphapanda.local.manifests;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The variables of a container, those of ConfigMaps and Secrets included.
///
/// @param values values by name, as far as the manifests tell them; the empty text for a secret's
/// @param places where in the container's document each comes in
public record Environment(Map<String, String> values, Map<String, String> places) {

    public Environment {
        values = Map.copyOf(values);
        places = Map.copyOf(places);
    }

    static Environment of(Container container, Cluster cluster) {
        var values = new TreeMap<String, String>();
        var places = new LinkedHashMap<String, String>();
        for (var at : container.sources()) {
            taken(container.document(), at, cluster).forEach((name, value) -> {
                values.put(name, value);
                places.put(name, at);
            });
        }
        for (var at : container.variables()) {
            var name = container.document().text(at + "/name").orElse("");
            values.put(name, value(container.document(), at, cluster));
            places.put(name, at);
        }
        return new Environment(values, places);
    }

    private static Map<String, String> taken(Document document, String at, Cluster cluster) {
        var prefix = document.text(at + "/prefix").orElse("");
        var taken = new TreeMap<String, String>();
        document.text(at + "/configMapRef/name")
                .flatMap(name -> cluster.configMap(document.namespace(), name))
                .ifPresent(map -> map.data().forEach((key, value) -> taken.put(prefix + key, value)));
        document.text(at + "/secretRef/name")
                .flatMap(name -> cluster.secret(document.namespace(), name))
                .ifPresent(secret -> secret.keys().forEach(key -> taken.put(prefix + key, "")));
        return taken;
    }

    private static String value(Document document, String at, Cluster cluster) {
        var map = document.text(at + "/valueFrom/configMapKeyRef/name")
                .flatMap(name -> cluster.configMap(document.namespace(), name));
        var key = document.text(at + "/valueFrom/configMapKeyRef/key").orElse("");
        return map.map(each -> each.data().getOrDefault(key, ""))
                .orElseGet(() -> document.text(at + "/value").orElse(""));
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name)).filter(each -> !each.isBlank());
    }
}
