package io.alphapanda.local.manifests;

/// Whatever has no shape of its own here.
public record OtherResource(Document document) implements Resource {}
