package io.alphapanda.local.image;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A packaged room and the JVM it runs on, as its image has them.
///
/// @param room   its name
/// @param folder of `quarkus-run.jar`
/// @param flags  the argument file of the JVM
record ImageForm(String room, Path folder, Path flags) {

    /// As much as a function's pod may take.
    static final String MEMORY = "-XX:MaxRAM=256m";

    ImageForm {
        if (!Files.isRegularFile(folder.resolve("quarkus-run.jar"))) {
            throw new ImageException("%s is not packaged (%s has no quarkus-run.jar)".formatted(room, folder));
        }
    }

    private Path jar() {
        return folder.resolve("quarkus-run.jar");
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /// Without any flag but the memory.
    List<String> plain() {
        return List.of(java(), MEMORY, "-jar", jar().toString());
    }

    /// With the image's flags.
    ///
    /// @param more flags of the occasion
    List<String> flagged(String... more) {
        var command = new ArrayList<>(List.of(java(), "@" + flags, MEMORY));
        command.addAll(List.of(more));
        command.addAll(List.of("-jar", jar().toString()));
        return command;
    }

    List<String> training(Path cache) {
        return flagged("-XX:AOTCacheOutput=" + cache);
    }

    List<String> trained(Path cache) {
        return flagged("-XX:AOTCache=" + cache);
    }

    /// The same, but a cache that does not fit ends the process instead of being passed over.
    List<String> proof(Path cache) {
        return flagged("-XX:AOTMode=on", "-XX:AOTCache=" + cache);
    }
}
