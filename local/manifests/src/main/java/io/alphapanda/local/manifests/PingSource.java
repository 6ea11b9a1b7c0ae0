package io.alphapanda.local.manifests;

import java.util.Map;

/// Posts an event whenever it is time.
public record PingSource(Document document) implements Resource {

    /// What is stamped on every event.
    public Map<String, String> stamps() {
        return document.map("/spec/ceOverrides/extensions");
    }

    public Reference sink() {
        return new Reference(document, "/spec/sink");
    }
}
