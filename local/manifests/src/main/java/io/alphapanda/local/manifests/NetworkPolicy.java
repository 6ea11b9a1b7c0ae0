package io.alphapanda.local.manifests;

import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Who may speak with whom.
public record NetworkPolicy(Document document) implements Resource {

    public static final String SELECTOR = "/spec/podSelector";

    /// Whether it denies both directions to every pod.
    public boolean deniesAll() {
        var types = document.at("/spec/policyTypes").toString();
        return Labels.isEmpty(document.at(SELECTOR))
                && types.contains("Ingress")
                && types.contains("Egress")
                && document.at("/spec/ingress").isEmpty()
                && document.at("/spec/egress").isEmpty();
    }

    public boolean selects(Map<String, String> labels) {
        return Labels.match(document.at(SELECTOR), labels);
    }

    /// Where each rule for going out is.
    public Stream<String> egress() {
        return IntStream.range(0, document.at("/spec/egress").size()).mapToObj(i -> "/spec/egress/" + i);
    }
}
