package io.alphapanda.local.manifests;

/// Posts an event whenever it is time.
public record PingSource(Document document) implements Resource {

    public Reference sink() {
        return new Reference(document, "/spec/sink");
    }
}
