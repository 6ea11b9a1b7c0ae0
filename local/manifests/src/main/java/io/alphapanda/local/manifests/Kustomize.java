package io.alphapanda.local.manifests;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Renders overlays with the `kubectl` or `kustomize` of this machine; neither asks a cluster.
///
/// @param command what is called, before the overlay's folder
public record Kustomize(List<String> command) {

    private static final int SECONDS = 60;

    /// The first of them on the PATH.
    public static Optional<Kustomize> find() {
        return find(System.getenv().getOrDefault("PATH", ""));
    }

    static Optional<Kustomize> find(String path) {
        return Stream.of(List.of("kubectl", "kustomize"), List.of("kustomize", "build"))
                .filter(each -> isThere(each.getFirst(), path))
                .findFirst()
                .map(Kustomize::new);
    }

    private static boolean isThere(String program, String path) {
        return Stream.of(path.split(File.pathSeparator))
                .filter(each -> !each.isBlank())
                .anyMatch(each -> Files.isExecutable(Path.of(each, program)));
    }

    /// @param name what messages call the overlay
    /// @throws ManifestException with what the program said, if it does not render
    public List<Document> render(String name, Path overlay) {
        var line = new ArrayList<>(command);
        line.add(overlay.toString());
        try {
            var errors = Files.createTempFile("kustomize", ".err");
            try {
                return Documents.parse(name, rendered(name, line, errors));
            } finally {
                Files.deleteIfExists(errors);
            }
        } catch (IOException e) {
            throw new ManifestException(String.join(" ", line) + " can't be run: " + e.getMessage());
        }
    }

    private static String rendered(String name, List<String> line, Path errors) throws IOException {
        var process = new ProcessBuilder(line).redirectError(errors.toFile()).start();
        process.getOutputStream().close();
        try (var output = process.getInputStream()) {
            var text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new ManifestException(
                        name + " does not render: " + Files.readString(errors).strip());
            }
            return text;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ManifestException(name + " was interrupted while it was rendered");
        } finally {
            process.destroyForcibly();
        }
    }
}
