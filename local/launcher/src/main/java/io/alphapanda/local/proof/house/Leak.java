package io.alphapanda.local.proof.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/// Makes a process retain what it allocates: an agent that keeps a megabyte a second. Without a switch in the
/// process, which knows nothing of it.
public final class Leak {

    private static final int BYTES = 102_400;
    private static final int MOST = 1_000;
    private static final long EVERY_MILLIS = 100;

    private static final List<byte[]> RETAINED = new ArrayList<>();

    private Leak() {}

    /// Called by the JVM before the program starts.
    public static void premain(String arguments) {
        Thread.ofPlatform().daemon().name("leak").start(Leak::retain);
    }

    private static void retain() {
        while (RETAINED.size() < MOST) {
            RETAINED.add(new byte[BYTES]);
            try {
                Thread.sleep(EVERY_MILLIS);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    /// The agent as a file.
    static Path pack(Path folder) {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Premain-Class"), Leak.class.getName());
        var file = folder.resolve("leak.jar");
        var name = Leak.class.getName().replace('.', '/') + ".class";
        try (var program = Leak.class.getClassLoader().getResourceAsStream(name);
                var jar = new JarOutputStream(
                        Files.newOutputStream(Files.createDirectories(folder).resolve("leak.jar")), manifest)) {
            jar.putNextEntry(new JarEntry(name));
            program.transferTo(jar);
            jar.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
