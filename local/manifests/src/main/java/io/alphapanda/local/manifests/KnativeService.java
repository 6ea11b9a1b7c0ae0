package io.alphapanda.local.manifests;

import java.util.Map;
import java.util.Optional;

/// A function as Knative serves it.
public record KnativeService(Document document) implements Running {

    public static final String TIMEOUT = "/spec/template/spec/timeoutSeconds";

    /// Seconds, where nothing is said.
    public static final int DEFAULT_TIMEOUT = 300;

    private static final String CONCURRENCY = "/spec/template/spec/containerConcurrency";
    private static final String PREFIX = "autoscaling.knative.dev/";

    @Override
    public PodTemplate pod() {
        return new PodTemplate(document, "/spec/template");
    }

    /// Seconds a request may take.
    public int timeoutSeconds() {
        return document.number(TIMEOUT).orElse(DEFAULT_TIMEOUT);
    }

    /// Requests one pod takes at once; 0 = without bound.
    public int containerConcurrency() {
        return document.number(CONCURRENCY).orElse(0);
    }

    /// Pods there are at least.
    public int minScale() {
        return scale("min-scale").orElse(0);
    }

    /// Pods there are at most; empty = without bound.
    public Optional<Integer> maxScale() {
        return scale("max-scale").filter(each -> each > 0);
    }

    private Optional<Integer> scale(String knob) {
        Map<String, String> annotations = pod().annotations();
        return Optional.ofNullable(annotations.get(PREFIX + knob))
                .filter(each -> each.matches("\\d{1,9}"))
                .map(Integer::valueOf);
    }
}
