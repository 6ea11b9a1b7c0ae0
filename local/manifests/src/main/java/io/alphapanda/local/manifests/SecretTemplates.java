package io.alphapanda.local.manifests;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The Secrets a person makes before anything is applied, from `k8s/secrets/<name>.env.example`: their names and keys.
/// Lines that are commented out are none.
public final class SecretTemplates {

    private static final String SUFFIX = ".env.example";

    private SecretTemplates() {}

    /// @param folder where the templates are
    public static List<Document> read(String source, Path folder, String namespace) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(each -> each.toString().endsWith(SUFFIX))
                    .sorted()
                    .map(each -> secret(source, each, namespace))
                    .toList();
        } catch (IOException e) {
            throw new ManifestException(folder + " can't be read: " + e.getMessage());
        }
    }

    private static Document secret(String source, Path file, String namespace) {
        var body = JsonNodeFactory.instance.objectNode().put("apiVersion", "v1").put("kind", "Secret");
        body.putObject("metadata")
                .put("name", file.getFileName().toString().replace(SUFFIX, ""))
                .put("namespace", namespace);
        var data = body.putObject("stringData");
        try {
            Files.readString(file)
                    .lines()
                    .filter(each -> !each.isBlank() && !each.startsWith("#"))
                    .map(each -> each.split("=", 2))
                    .forEach(each -> data.put(each[0], each.length == 2 ? each[1].strip() : ""));
        } catch (IOException e) {
            throw new ManifestException(file + " can't be read: " + e.getMessage());
        }
        return new Document(source, body);
    }
}
