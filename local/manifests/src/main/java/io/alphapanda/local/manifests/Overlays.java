package io.alphapanda.local.manifests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The overlays of the project, and what is deployed together.
///
/// ```
/// knative/overlays/<overlay>     the functions
/// k8s/overlays/<platform>        what they stand on
/// k8s/monitoring                 for a cluster with Prometheus' operator
/// k8s/secrets                    templates of what a person fills in and applies before
/// ```
public final class Overlays {

    private static final String FUNCTIONS = "knative/overlays";
    private static final String PLATFORMS = "k8s/overlays";
    private static final String MONITORING = "k8s/monitoring";
    private static final String SECRETS = "k8s/secrets";

    private final Path root;
    private final Kustomize kustomize;
    private final Map<String, List<Document>> rendered = new HashMap<>();

    public Overlays(Path root, Kustomize kustomize) {
        this.root = root;
        this.kustomize = kustomize;
    }

    /// The names under `knative/overlays`.
    public static List<String> functions(Path root) {
        return names(root.resolve(FUNCTIONS));
    }

    /// The names under `k8s/overlays`.
    public static List<String> platforms(Path root) {
        return names(root.resolve(PLATFORMS));
    }

    private static List<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var folders = Files.list(folder)) {
            return folders.filter(each -> Files.isRegularFile(each.resolve("kustomization.yaml")))
                    .map(each -> each.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ManifestException(folder + " can't be read: " + e.getMessage());
        }
    }

    /// The platforms that carry the lanes of an overlay of functions, no more and no fewer.
    ///
    /// @throws ManifestException if one of them does not render
    public List<String> carriers(House house, String functions) {
        var lanes = new Cluster(house, render(among(FUNCTIONS, functions))).brokers();
        return platforms(root).stream()
                .filter(each -> new Cluster(house, render(among(PLATFORMS, each)))
                        .brokers()
                        .equals(lanes))
                .toList();
    }

    /// Everything there is of one overlay of functions on one platform.
    ///
    /// @throws ManifestException if there is no such overlay, or it does not render
    public List<Document> together(String functions, String platform) {
        var documents = new ArrayList<>(render(among(FUNCTIONS, functions)));
        add(documents, render(among(PLATFORMS, platform)));
        if (Files.isDirectory(root.resolve(MONITORING))) {
            add(documents, render(MONITORING));
        }
        documents.stream()
                .map(Document::namespace)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .ifPresent(each -> documents.addAll(SecretTemplates.read(SECRETS, root.resolve(SECRETS), each)));
        return documents;
    }

    /// What both trees have alike is there once.
    private static void add(List<Document> documents, List<Document> more) {
        var bodies = documents.stream().map(Document::body).collect(Collectors.toSet());
        more.stream().filter(each -> !bodies.contains(each.body())).forEach(documents::add);
    }

    private String among(String folder, String name) {
        var names = names(root.resolve(folder));
        if (!names.contains(name)) {
            throw new ManifestException(
                    "there is no overlay %s in %s; there are %s".formatted(name, folder, String.join(", ", names)));
        }
        return folder + "/" + name;
    }

    /// What one folder renders to, once for all who ask.
    public synchronized List<Document> render(String folder) {
        return rendered.computeIfAbsent(folder, each -> kustomize.render(each, root.resolve(each)));
    }
}
