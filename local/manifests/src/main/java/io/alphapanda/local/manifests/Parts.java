package io.alphapanda.local.manifests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The YAML files of `knative/` and `k8s/` by themselves, for a machine that can't render overlays.
public final class Parts {

    private static final String LOCAL = "config.kubernetes.io/local-config";

    private Parts() {}

    /// Resources that are applied, one way or the other: no kustomizations, nothing that only helps them.
    public static List<Document> read(Path root) {
        var documents = new ArrayList<Document>();
        for (var folder : List.of("knative", "k8s")) {
            files(root.resolve(folder))
                    .forEach(file -> documents.addAll(
                            Documents.read(root.relativize(file).toString(), file)));
        }
        return documents.stream()
                .filter(each -> !each.kind().isEmpty() && !each.name().isEmpty())
                .filter(each -> !each.group().equals("kustomize.config.k8s.io"))
                .filter(each -> !each.annotations().containsKey(LOCAL))
                .toList();
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(each -> each.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ManifestException(folder + " can't be read: " + e.getMessage());
        }
    }
}
