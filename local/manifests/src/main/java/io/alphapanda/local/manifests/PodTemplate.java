package io.alphapanda.local.manifests;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The pods something runs.
///
/// @param at where in the document they are described
public record PodTemplate(Document document, String at) {

    public String spec() {
        return at + "/spec";
    }

    public Map<String, String> annotations() {
        return document.map(at + "/metadata/annotations");
    }

    /// Those the pods have when they run: Knative adds its own.
    public Map<String, String> labels() {
        var labels = new HashMap<>(document.map(at + "/metadata/labels"));
        if (document.is("serving.knative.dev", "Service")) {
            labels.put("serving.knative.dev/service", document.name());
            labels.put("serving.knative.dev/configuration", document.name());
        }
        return labels;
    }

    /// Init containers included.
    public List<Container> containers() {
        return Stream.of("/containers", "/initContainers")
                .flatMap(list -> each(spec() + list))
                .map(pointer -> new Container(document, spec(), pointer))
                .toList();
    }

    /// The container that is served.
    public Container main() {
        return new Container(document, spec(), spec() + "/containers/0");
    }

    /// Where each volume is described.
    public List<String> volumes() {
        return each(spec() + "/volumes").toList();
    }

    private Stream<String> each(String list) {
        return IntStream.range(0, document.at(list).size()).mapToObj(i -> list + "/" + i);
    }
}
