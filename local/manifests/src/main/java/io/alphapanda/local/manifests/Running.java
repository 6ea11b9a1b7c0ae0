package io.alphapanda.local.manifests;

/// What runs pods: a function's Service or a plain workload.
public sealed interface Running extends Resource permits KnativeService, Workload {

    PodTemplate pod();

    default String name() {
        return document().name();
    }
}
