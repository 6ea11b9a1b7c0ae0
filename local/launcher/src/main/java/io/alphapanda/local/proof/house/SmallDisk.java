package io.alphapanda.local.proof.house;

import io.alphapanda.local.proof.NotHere;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file system of its own that is soon full. Only who may mount can have one.
///
/// @param place where it is mounted
record SmallDisk(Path place) implements AutoCloseable {

    private static final int MEGABYTES = 96;
    private static final int CHUNK = 65_536;
    private static final String FILLER = "filler";

    /// @throws NotHere if nothing can be mounted here
    static SmallDisk mount(Path place) {
        try {
            Files.createDirectories(place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run("umount", place.toString()); // what a killed run has left
        var trouble = run("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "panda-proof", place.toString());
        if (!trouble.isEmpty()) {
            throw new NotHere("it needs a disk of " + MEGABYTES + " MB, and may not mount one: " + trouble);
        }
        return new SmallDisk(place);
    }

    /// Until nothing more can be written.
    void fill() {
        var filler = place.resolve(FILLER);
        for (int chunk = CHUNK; chunk > 0; chunk /= 2) {
            append(filler, new byte[chunk]);
        }
    }

    private static void append(Path filler, byte[] chunk) {
        try (var out = Files.newOutputStream(
                filler, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND)) {
            while (true) {
                out.write(chunk);
            }
        } catch (IOException _) {
            // It is full.
        }
    }

    void free() {
        try {
            Files.deleteIfExists(place.resolve(FILLER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        run("umount", place.toString());
    }

    /// What it says if it fails, else nothing.
    private static String run(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? "" : said.isEmpty() ? command[0] + " failed" : said;
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
