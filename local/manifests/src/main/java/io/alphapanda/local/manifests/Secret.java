package io.alphapanda.local.manifests;

import java.util.Set;
import java.util.TreeSet;

/// A secret's template: in the repository it has keys, and nothing worth stealing behind them.
public record Secret(Document document) implements Resource {

    public Set<String> keys() {
        var keys = new TreeSet<>(document.map("/data").keySet());
        keys.addAll(document.map("/stringData").keySet());
        return keys;
    }
}
